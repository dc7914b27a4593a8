package com.example.officehours;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.Length;
import org.gatewright.spi.settings.Pattern;
import org.gatewright.spi.settings.Title;

/**
 * Settings of one policy.
 *
 * @param from when the office opens; a time that the clock skips counts from the next one that there is
 * @param to when it closes; if that is before it opens, on the next day
 * @param holidays days on which it does not open
 */
// tag::settings[]
public record OfficeHoursSettings(
        @Title("Time zone") @Help("A name such as Europe/Zurich.") @Default("UTC")
        String timeZone,

        @Title("Days")
        @Length(min = 1, max = 7)
        @Default("[\"monday\", \"tuesday\", \"wednesday\", \"thursday\", \"friday\"]")
        List<DayOfWeek> days,

        @Title("From") @Pattern("([01][0-9]|2[0-3]):[0-5][0-9]") @Default("08:00")
        String from,

        @Title("To") @Help("24:00 is midnight.") @Pattern("([01][0-9]|2[0-3]):[0-5][0-9]|24:00") @Default("18:00")
        String to,

        @Title("Holidays") @Help("Such as 2026-12-24, or 12-25 for each year.")
        List<String> holidays,

        @Title("Message") @Help("What the user is told outside of the hours.") @Length(max = 500)
        Optional<String> message) {

    /** Refuses what cannot be told by annotations; the administrator reads the sentence. */
    public OfficeHoursSettings {
        days = List.copyOf(days);
        holidays = List.copyOf(holidays);
        requireZone(timeZone);
        if (from.equals(to)) {
            throw new IllegalArgumentException("From and to must differ; the whole day is from 00:00 to 24:00.");
        }
        holidays.forEach(Holiday::parse);
    }

    private static void requireZone(String name) {
        try {
            ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("There is no time zone " + name + ".", e);
        }
    }
}
// end::settings[]
