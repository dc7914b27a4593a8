package org.gatewright.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.gatewright.spi.directory.User;
import org.junit.jupiter.api.Test;

class TriesTest {

    private final House house = new House();
    private final Tries tries = new Tries(house.documents);
    private final AddressTries addresses = new AddressTries();
    private final User alice = house.user("alice");
    private final Instant now = house.clock.instant();

    private void fail(int times) {
        for (int time = 0; time < times; time++) {
            assertThat(tries.failed(tries.read(alice.id()), now)).isTrue();
        }
    }

    private Duration pause() {
        return tries.read(alice.id()).pause(now);
    }

    @Test
    void waitsTwiceAsLongAfterEachFailureButNoLongerThanAnHour() {
        fail(Tries.FREE - 1);
        assertThat(pause()).isZero();
        fail(1);
        assertThat(pause()).hasSeconds(1);
        fail(1);
        assertThat(pause()).hasSeconds(2);
        fail(9);
        assertThat(pause()).hasSeconds(1024);
        fail(50);
        assertThat(pause()).isEqualTo(Tries.LONGEST);
        assertThat(tries.read(alice.id()).pause(now.plus(Tries.LONGEST))).isZero();
    }

    @Test
    void beginsAnewAfterOneThatWasRight() {
        fail(Tries.FREE);
        assertThat(tries.succeeded(tries.read(alice.id()), now)).isTrue();
        assertThat(pause()).isZero();
    }

    @Test
    void countsOneOfThoseThatHaveReadTheSame() {
        Tries.Count first = tries.read(alice.id());
        Tries.Count second = tries.read(alice.id());
        assertThat(tries.failed(first, now)).isTrue();
        assertThat(tries.succeeded(second, now)).as("also if it was right").isFalse();
        Tries.Count third = tries.read(alice.id());
        Tries.Count fourth = tries.read(alice.id());
        assertThat(tries.succeeded(third, now)).isTrue();
        assertThat(tries.failed(fourth, now)).isFalse();
    }

    @Test
    void letsAnAddressFailSoOftenAndNoOther() {
        for (int attempt = 0; attempt < AddressTries.MOST; attempt++) {
            assertThat(addresses.begin("192.0.2.1", now)).isTrue();
        }
        assertThat(addresses.begin("192.0.2.1", now)).isFalse();
        assertThat(addresses.begin("192.0.2.2", now)).isTrue();
        assertThat(addresses.begin("192.0.2.1", now.plus(AddressTries.WINDOW))).isTrue();
    }

    @Test
    void doesNotCountWhatWasRight() {
        for (int attempt = 0; attempt < AddressTries.MOST * 2; attempt++) {
            assertThat(addresses.begin("192.0.2.1", now)).isTrue();
            addresses.succeeded("192.0.2.1", now);
        }
    }

    @Test
    void takesANetworkOfIpv6ForOneAddress() {
        for (int attempt = 0; attempt < AddressTries.MOST; attempt++) {
            addresses.begin("2001:db8:0:1:0:0:0:" + Integer.toHexString(attempt), now);
        }
        assertThat(addresses.begin("2001:db8:0:1:0:0:1:1", now)).isFalse();
        assertThat(addresses.begin("2001:db8:0:2:0:0:0:1", now)).isTrue();
    }

    @Test
    void takesAnAddressForItselfHoweverItIsWritten() {
        for (int attempt = 0; attempt < AddressTries.MOST / 2; attempt++) {
            addresses.begin("2001:db8::" + Integer.toHexString(attempt), now);
            addresses.begin("2001:0DB8:0:0:1::" + Integer.toHexString(attempt), now);
        }
        assertThat(addresses.begin("2001:db8:0:0:0:0:0:1", now)).isFalse();
        for (int attempt = 0; attempt < AddressTries.MOST; attempt++) {
            addresses.begin("::ffff:192.0.2.1", now);
        }
        assertThat(addresses.begin("192.0.2.1", now)).isFalse();
        assertThat(addresses.begin("::ffff:192.0.2.2", now)).isTrue();
    }
}
