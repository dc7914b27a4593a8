package org.gatewright.kernel.plugins.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Canaries that are promoted or given up by rule, or by the guard. */
class CanaryRulesTest extends CanaryScene {

    @Test
    void promotesByRuleWhatIsNotWorseAfterEnoughCalls() {
        begin("1.1.0", "", SHOP);

        call(AT_SHOP, 39);
        call(ELSEWHERE, 39);
        shop.canaries().judge();
        assertThat(shop.active()).contains("1.0.0");
        call(AT_SHOP);
        shop.canaries().judge();

        assertThat(shop.active()).contains("1.1.0");
        assertThat(shop.actions()).endsWith("plugin_promoted");
        assertThat(shop.reason()).contains("It was not worse in 40 calls.");
    }

    @Test
    void promotesByRuleWhatIsNotWorseAfterSomeTime() {
        begin("1.1.0", "", SHOP);
        call(AT_SHOP, 10);

        shop.canaries().judge();
        assertThat(shop.active()).contains("1.0.0");
        shop.pass(Duration.ofMinutes(30));
        shop.canaries().judge();

        assertThat(shop.active()).contains("1.1.0");
    }

    @Test
    void promotesNothingThatWasHardlyCalledHoweverLongItTakes() {
        begin("1.1.0", "", SHOP);
        call(AT_SHOP, 9);

        shop.pass(Duration.ofDays(1));
        shop.canaries().judge();

        assertThat(shop.active()).contains("1.0.0");
        assertThat(shop.canaries().of(ECHO)).isPresent();
    }

    @Test
    void fallsBackByRuleFromWhatFailsMoreOften() {
        begin("1.1.0", "fails every fourth time", SHOP);

        call(ELSEWHERE, 20);
        for (int i = 0; i < 12; i++) {
            attempt(AT_SHOP);
        }
        shop.canaries().judge();

        assertThat(shop.actions()).endsWith("plugin_fell_back");
        assertThat(shop.reason().orElseThrow()).contains("25.0 %", "stages/echo", "0.0 %");
        assertThat(call(AT_SHOP)).isEqualTo("1.0.0");
    }

    @Test
    void fallsBackByRuleFromWhatIsSlower() {
        begin("1.1.0", "is slow", SHOP);

        call(ELSEWHERE, 10);
        call(AT_SHOP, 10);
        shop.canaries().judge();

        assertThat(shop.actions()).endsWith("plugin_fell_back");
        assertThat(shop.reason().orElseThrow()).contains("95 %", "stages/echo");
    }

    @Test
    void showsHowItsCallsGo() {
        begin("1.1.0", "fails every fourth time", SHOP);
        call(ELSEWHERE, 3);
        for (int i = 0; i < 4; i++) {
            attempt(AT_SHOP);
        }

        assertThat(shop.canaries().of(ECHO).orElseThrow().types())
                .singleElement()
                .satisfies(echo -> {
                    assertThat(echo.type()).isEqualTo("stages/echo");
                    assertThat(echo.own().calls()).isEqualTo(4);
                    assertThat(echo.own().failures()).isEqualTo(25.0);
                    assertThat(echo.others().calls()).isEqualTo(3);
                    assertThat(echo.others().failures()).isZero();
                });
    }

    @Test
    void theGuardEndsACanaryAtOnce() {
        begin("1.1.0", "throws", SHOP);

        for (int i = 0; i < 20; i++) {
            attempt(AT_SHOP);
        }

        shop.eventually(() -> shop.actions().contains("plugin_quarantined"));
        shop.eventually(() -> shop.canaries().of(ECHO).isEmpty());
        assertThat(call(AT_SHOP)).isEqualTo("1.0.0");
        assertThat(shop.counted()).containsExactly("1.1.0 begun", "1.1.0 fell_back");
        assertRefused(() -> begin("1.1.0", "throws", SHOP), "quarantined");
    }
}
