package org.gatewright.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.gatewright.testkit.port.FakeSettings;
import org.junit.jupiter.api.Test;

class AesSealerTest {

    private static final String TEXT = "grüße, 世界 \"quoted\"";

    private final AesSealer sealer = new AesSealer(new FakeSettings());

    @Test
    void opensWhatItSealed() {
        assertThat(sealer.open("cookie", sealer.seal("cookie", TEXT))).contains(TEXT);
        assertThat(sealer.open("cookie", sealer.seal("cookie", ""))).contains("");
        assertThat(new AesSealer(new FakeSettings()).open("cookie", sealer.seal("cookie", TEXT)))
                .contains(TEXT);
    }

    @Test
    void isSafeInAddressesAndShowsNothing() {
        assertThat(sealer.seal("cookie", TEXT)).matches("[A-Za-z0-9_-]+").doesNotContain(TEXT);
    }

    @Test
    void neverSealsTwiceAlike() {
        assertThat(sealer.seal("cookie", TEXT)).isNotEqualTo(sealer.seal("cookie", TEXT));
    }

    @Test
    void refusesEveryChangedByte() {
        byte[] sealed = Base64.getUrlDecoder().decode(sealer.seal("cookie", TEXT));
        for (int i = 0; i < sealed.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = sealed.clone();
                changed[i] ^= (byte) (1 << bit);
                assertThat(sealer.open("cookie", encode(changed)))
                        .as("byte %d, bit %d", i, bit)
                        .isEmpty();
            }
        }
    }

    @Test
    void refusesEveryChangedCharacter() {
        String sealed = sealer.seal("cookie", TEXT);
        for (int i = 0; i < sealed.length(); i++) {
            for (char other : "Ab0-_=.+".toCharArray()) {
                if (sealed.charAt(i) != other) {
                    String changed = sealed.substring(0, i) + other + sealed.substring(i + 1);
                    assertThat(sealer.open("cookie", changed)).isEmpty();
                }
            }
        }
    }

    @Test
    void refusesEveryCut() {
        String sealed = sealer.seal("cookie", TEXT);
        for (int length = 0; length < sealed.length(); length++) {
            assertThat(sealer.open("cookie", sealed.substring(0, length))).isEmpty();
        }
        assertThat(sealer.open("cookie", sealed + "A")).isEmpty();
        assertThat(sealer.open("cookie", sealed + "=")).isEmpty();
        assertThat(sealer.open("cookie", "not base64url!")).isEmpty();
    }

    @Test
    void refusesAnotherPurpose() {
        assertThat(sealer.open("token", sealer.seal("cookie", TEXT))).isEmpty();
    }

    @Test
    void refusesAnotherSecretKey() {
        AesSealer other = new AesSealer(new FakeSettings().withSecretKey((byte) 8));
        assertThat(other.open("cookie", sealer.seal("cookie", TEXT))).isEmpty();
    }

    @Test
    void worksForMorePurposesThanItKeepsKeysFor() {
        for (int i = 0; i < 600; i++) {
            assertThat(sealer.open("purpose" + i, sealer.seal("purpose" + i, TEXT)))
                    .contains(TEXT);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
