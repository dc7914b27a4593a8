package org.gatewright.kernel.configuration.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimespansTest {

    @ParameterizedTest
    @CsvSource({
        "hours=1;minutes=30, PT1H30M, hours=1;minutes=30",
        "weeks=2, P14D, days=14",
        "seconds=0, PT0S, seconds=0",
        "milliseconds=1500;, PT1.5S, seconds=1;milliseconds=500",
        "minutes=90, PT90M, hours=1;minutes=30"
    })
    void bothNotationsAreReadAndOneIsWritten(String text, String iso, String written) {
        assertThat(Timespans.parse(text)).isEqualTo(Duration.parse(iso));
        assertThat(Timespans.parse(iso)).isEqualTo(Duration.parse(iso));
        assertThat(Timespans.write(Duration.parse(iso))).isEqualTo(written);
        assertThat(text).matches(Timespans.PATTERN);
        assertThat(iso).matches(Timespans.PATTERN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "1",
                "hours",
                "hours=",
                "hours=-1",
                "years=1",
                "hours=1,minutes=2",
                "P",
                "PT-1H",
                "weeks=999999999999999"
            })
    void whatIsNoTimeSpanIsRefused(String text) {
        assertThatThrownBy(() -> Timespans.parse(text)).isInstanceOf(Misfit.class);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            Duration duration = Duration.ofMillis(random.nextLong(1L << random.nextInt(1, 45)));
            assertThat(Timespans.parse(Timespans.write(duration))).isEqualTo(duration);
        }
    }
}
