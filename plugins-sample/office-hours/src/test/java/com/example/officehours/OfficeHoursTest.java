package com.example.officehours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.policy.Verdict;
import org.gatewright.testkit.kernel.BareKernel;
import org.gatewright.testkit.kernel.Instance;
import org.gatewright.testkit.kernel.PluginTest;
import org.gatewright.testkit.kernel.RefusedSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PluginTest(OfficeHoursPolicy.class)
class OfficeHoursTest {

    private static final String ZURICH =
            "{\"time_zone\": \"Europe/Zurich\", \"from\": \"%s\", \"to\": \"%s\", \"days\": [%s]}";
    private static final String SUNDAYS = "\"sunday\"";

    // tag::kernel[]
    @ParameterizedTest
    @CsvSource({
        "2026-11-23T06:59:59Z, false", // a Monday in winter
        "2026-11-23T07:00:00Z, true",
        "2026-11-23T16:59:59Z, true",
        "2026-11-23T17:00:00Z, false",
        "2026-07-20T06:00:00Z, true", // a Monday in summer
        "2026-07-20T16:00:00Z, false",
        "2026-11-22T12:00:00Z, false" // a Sunday
    })
    void opensByTheClockOfItsZone(Instant moment, boolean open, BareKernel kernel) {
        Instance policy = kernel.policy("office_hours", "{\"time_zone\": \"Europe/Zurich\"}");
        kernel.at(moment);
        assertThat(kernel.decide(policy, Optional.empty()).passes()).isEqualTo(open);
    }
    // end::kernel[]

    /** On 29 March 2026 the clocks of Zurich go from 2 to 3, on 25 October from 3 back to 2. Both are Sundays. */
    @ParameterizedTest
    @CsvSource({
        "02:30, 05:00, 2026-03-29T00:59:59Z, false", // 01:59:59
        "02:30, 05:00, 2026-03-29T01:00:00Z, true", // 03:00, after the half hour that there was not
        "02:30, 05:00, 2026-03-29T03:00:00Z, false", // 05:00
        "01:00, 02:30, 2026-03-29T00:59:59Z, true", // 01:59:59
        "01:00, 02:30, 2026-03-29T01:00:00Z, false", // 03:00
        "02:30, 05:00, 2026-10-25T00:29:59Z, false", // 02:29:59, the first
        "02:30, 05:00, 2026-10-25T00:30:00Z, true", // 02:30, the first
        "02:30, 05:00, 2026-10-25T01:00:00Z, false", // 02:00, the second
        "02:30, 05:00, 2026-10-25T01:30:00Z, true", // 02:30, the second
        "02:30, 05:00, 2026-10-25T04:00:00Z, false" // 05:00
    })
    void knowsTheNightsInWhichClocksChange(String from, String to, Instant moment, boolean open, BareKernel kernel) {
        Instance policy = kernel.policy("office_hours", ZURICH.formatted(from, to, SUNDAYS));
        kernel.at(moment);
        assertThat(kernel.decide(policy, Optional.empty()).passes()).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T20:59:00Z, false", // Monday 21:59
        "2026-11-23T21:00:00Z, true", // Monday 22:00
        "2026-11-24T04:59:00Z, true", // Tuesday 05:59, still Monday's
        "2026-11-24T05:00:00Z, false", // Tuesday 06:00
        "2026-11-24T21:00:00Z, false" // Tuesday 22:00
    })
    void goesOverMidnightOnTheDayItBegan(Instant moment, boolean open, BareKernel kernel) {
        Instance policy = kernel.policy("office_hours", ZURICH.formatted("22:00", "06:00", "\"monday\""));
        kernel.at(moment);
        assertThat(kernel.decide(policy, Optional.empty()).passes()).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-24T12:00:00Z, false",
        "2025-12-24T12:00:00Z, true", // a Wednesday of another year
        "2026-12-25T12:00:00Z, false",
        "2030-12-25T12:00:00Z, false", // a Wednesday
        "2028-02-29T12:00:00Z, false", // a Tuesday
        "2026-12-23T12:00:00Z, true"
    })
    void staysShutOnHolidays(Instant moment, boolean open, BareKernel kernel) {
        Instance policy = kernel.policy("office_hours", "{\"holidays\": [\"2026-12-24\", \"12-25\", \"02-29\"]}");
        kernel.at(moment);
        assertThat(kernel.decide(policy, Optional.empty()).passes()).isEqualTo(open);
    }

    @Test
    void canBeOpenTheWholeDay(BareKernel kernel) {
        Instance policy = kernel.policy("office_hours", "{\"from\": \"00:00\", \"to\": \"24:00\"}");
        kernel.at(Instant.parse("2026-11-23T23:59:59.999Z"));
        assertThat(kernel.decide(policy, Optional.empty()).passes()).isTrue();
        kernel.at(Instant.parse("2026-11-23T00:00:00Z"));
        assertThat(kernel.decide(policy, Optional.empty()).passes()).isTrue();
    }

    @Test
    void saysWhyNot(BareKernel kernel) {
        kernel.at(Instant.parse("2026-11-22T12:00:00Z"));
        Verdict verdict = kernel.decide(kernel.policy("office_hours", "{}"), Optional.empty());
        assertThat(verdict.messages()).containsExactly("Not open now: only from 08:00 to 18:00 on working days (UTC).");

        Instance told = kernel.policy("office_hours", "{\"message\": \"Come back on Monday.\"}");
        assertThat(kernel.decide(told, Optional.empty()).messages()).containsExactly("Come back on Monday.");
    }

    // tag::refusals[]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"time_zone\": \"Europe/Atlantis\"} | There is no time zone Europe/Atlantis.",
                "{\"from\": \"09:00\", \"to\": \"09:00\"} | From and to must differ; the whole day is from 00:00 to"
                        + " 24:00.",
                "{\"holidays\": [\"12-32\"]} | The holiday 12-32 is no day such as 2026-12-24 or 12-25."
            })
    void refusesSettingsThatMeanNothing(String settings, String sentence, BareKernel kernel) {
        assertThatThrownBy(() -> kernel.policy("office_hours", settings))
                .isInstanceOfSatisfying(RefusedSettings.class, refused -> assertThat(refused.fields())
                        .isEqualTo(Map.of("non_field_errors", List.of(sentence))));
    }
    // end::refusals[]

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"from\": \"8:00\"} | from",
                "{\"from\": \"24:00\"} | from",
                "{\"to\": \"25:00\"} | to",
                "{\"days\": []} | days",
                "{\"days\": [\"someday\"]} | days.0"
            })
    void refusesSettingsOfAnotherForm(String settings, String field, BareKernel kernel) {
        assertThatThrownBy(() -> kernel.policy("office_hours", settings))
                .isInstanceOfSatisfying(RefusedSettings.class, refused -> assertThat(refused.fields())
                        .containsOnlyKeys(field));
    }

    @Test
    void isAForm(BareKernel kernel) {
        JsonObject properties =
                kernel.schema(Kind.POLICY, "office_hours").object("properties").orElseThrow();
        assertThat(properties.object("time_zone").orElseThrow().text("title")).contains("Time zone");
    }
}
