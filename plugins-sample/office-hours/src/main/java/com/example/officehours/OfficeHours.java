package com.example.officehours;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/** When an office is open. Hours belong to the day on which they begin. */
record OfficeHours(OfficeHoursSettings settings, List<Holiday> holidays) {

    private static final String MIDNIGHT = "24:00";

    static OfficeHours of(OfficeHoursSettings settings) {
        return new OfficeHours(
                settings, settings.holidays().stream().map(Holiday::parse).toList());
    }

    ZoneId zone() {
        return ZoneId.of(settings.timeZone());
    }

    /** Tells whether it is open at that time of its zone. An hour that comes twice in a night counts twice. */
    boolean open(ZonedDateTime local) {
        LocalDate today = local.toLocalDate();
        LocalTime time = local.toLocalTime();
        if (!overMidnight()) {
            return opens(today) && !time.isBefore(from()) && (untilMidnight() || time.isBefore(to()));
        }
        return (opens(today) && !time.isBefore(from())) || (opens(today.minusDays(1)) && time.isBefore(to()));
    }

    private boolean opens(LocalDate day) {
        return settings.days().contains(day.getDayOfWeek()) && holidays.stream().noneMatch(holiday -> holiday.is(day));
    }

    private boolean overMidnight() {
        return !untilMidnight() && to().isBefore(from());
    }

    private boolean untilMidnight() {
        return settings.to().equals(MIDNIGHT);
    }

    private LocalTime from() {
        return LocalTime.parse(settings.from());
    }

    private LocalTime to() {
        return LocalTime.parse(settings.to());
    }
}
