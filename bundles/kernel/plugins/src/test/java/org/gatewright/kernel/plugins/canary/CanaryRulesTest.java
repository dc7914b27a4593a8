package org.gatewright.kernel.plugins.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.gatewright.kernel.plugins.canary.CanaryRules.Advice;
import org.gatewright.port.plugins.PluginCanaries.Compared;
import org.gatewright.port.plugins.PluginCanaries.Figures;
import org.gatewright.testkit.port.FakeSettings;
import org.junit.jupiter.api.Test;

class CanaryRulesTest {

    private static final Duration YOUNG = Duration.ofMinutes(1);
    private static final Duration OLD = Duration.ofHours(1);
    private static final Figures USUAL = new Figures(500, 2, 100);

    private static Advice advice(Figures own, Figures others, Duration age) {
        return CanaryRules.DEFAULT.judge(List.of(compared(own, others)), age).advice();
    }

    private static Compared compared(Figures own, Figures others) {
        return new Compared("stages/echo", own, others);
    }

    @Test
    void waitsForEnoughCalls() {
        assertThat(advice(new Figures(99, 100, 9000), USUAL, OLD)).isEqualTo(Advice.WAIT);
        assertThat(advice(new Figures(999, 2, 100), USUAL, YOUNG)).isEqualTo(Advice.WAIT);
        assertThat(CanaryRules.DEFAULT.judge(List.of(), OLD).advice()).isEqualTo(Advice.WAIT);
    }

    @Test
    void promotesAfterEnoughCallsOrEnoughTime() {
        assertThat(advice(new Figures(1000, 2, 100), USUAL, YOUNG)).isEqualTo(Advice.PROMOTE);
        assertThat(advice(new Figures(100, 2, 100), USUAL, OLD)).isEqualTo(Advice.PROMOTE);
    }

    @Test
    void fallsBackFromMoreFailuresThanAreAllowed() {
        assertThat(advice(new Figures(100, 7, 100), USUAL, OLD)).isEqualTo(Advice.PROMOTE);
        assertThat(advice(new Figures(100, 7.1, 100), USUAL, YOUNG)).isEqualTo(Advice.FALL_BACK);
    }

    @Test
    void fallsBackFromWhatIsSlower() {
        assertThat(advice(new Figures(100, 2, 150), USUAL, YOUNG)).isEqualTo(Advice.WAIT);
        assertThat(advice(new Figures(100, 2, 151), USUAL, YOUNG)).isEqualTo(Advice.FALL_BACK);
    }

    @Test
    void mindsNoDifferenceThatNobodyNotices() {
        Figures fast = new Figures(500, 0, 0.1);

        assertThat(advice(new Figures(100, 0, 20), fast, YOUNG)).isEqualTo(Advice.WAIT);
        assertThat(advice(new Figures(100, 0, 20.2), fast, YOUNG)).isEqualTo(Advice.FALL_BACK);
    }

    @Test
    void measuresFailuresAgainstNoneWhileTheOtherIsHardlyCalled() {
        Figures rare = new Figures(99, 50, 1);

        assertThat(advice(new Figures(100, 5.1, 500), rare, YOUNG)).isEqualTo(Advice.FALL_BACK);
        assertThat(advice(new Figures(100, 5, 500), rare, YOUNG)).isEqualTo(Advice.WAIT);
    }

    @Test
    void oneTypeThatIsWorseIsEnough() {
        List<Compared> types =
                List.of(compared(new Figures(5000, 0, 100), USUAL), compared(new Figures(100, 50, 100), USUAL));

        assertThat(CanaryRules.DEFAULT.judge(types, OLD).advice()).isEqualTo(Advice.FALL_BACK);
    }

    @Test
    void zeroTurnsARuleOff() {
        CanaryRules never = CanaryRules.of(new FakeSettings()
                .with("plugins", "canary_promote_calls", "0")
                .with("plugins", "canary_promote_minutes", "0"));

        assertThat(never.judge(List.of(compared(new Figures(100_000, 0, 1), USUAL)), OLD)
                        .advice())
                .isEqualTo(Advice.WAIT);
    }

    @Test
    void readsItsSettings() {
        CanaryRules rules = CanaryRules.of(new FakeSettings()
                .with("plugins", "canary_calls", "1")
                .with("plugins", "canary_promote_calls", "2")
                .with("plugins", "canary_promote_minutes", "3")
                .with("plugins", "canary_errors", "4")
                .with("plugins", "canary_slower", "5"));

        assertThat(rules).isEqualTo(new CanaryRules(1, 2, Duration.ofMinutes(3), 4, 5));
        assertThat(CanaryRules.of(new FakeSettings())).isEqualTo(CanaryRules.DEFAULT);
    }
}
