package org.gatewright.kernel.plugins.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.gatewright.port.plugins.PluginCanaries.Figures;
import org.junit.jupiter.api.Test;

class SampleTest {

    private final Sample sample = new Sample();

    private void add(int times, boolean failed, long milliseconds) {
        for (int i = 0; i < times; i++) {
            sample.add(failed, TimeUnit.MILLISECONDS.toNanos(milliseconds));
        }
    }

    @Test
    void saysNothingOfNoCalls() {
        assertThat(sample.figures()).isEqualTo(Figures.NONE);
    }

    @Test
    void ignoresTheSlowestFiveOfAHundred() {
        add(95, false, 10);
        add(5, false, 900);
        assertThat(sample.figures()).isEqualTo(new Figures(100, 0, 10));

        add(1, false, 900);
        assertThat(sample.figures().milliseconds()).isEqualTo(900);
    }

    @Test
    void countsFailures() {
        add(3, false, 1);
        add(1, true, 7);

        assertThat(sample.figures()).isEqualTo(new Figures(4, 25, 7));
    }

    @Test
    void forgetsWhatIsLongAgo() {
        add(Sample.SIZE, true, 900);
        add(Sample.SIZE, false, 0);

        assertThat(sample.figures()).isEqualTo(new Figures(2L * Sample.SIZE, 0, 0));
    }
}
