package com.example.officehours;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;

/** A day on which the office does not open: of one year, or of each. */
sealed interface Holiday {

    /** Tells whether it is the day. */
    boolean is(LocalDate date);

    /**
     * Reads {@code 2026-12-24} or {@code 12-25}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static Holiday parse(String text) {
        try {
            return text.length() > "12-25".length()
                    ? new Once(LocalDate.parse(text))
                    : new Yearly(MonthDay.parse("--" + text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("The holiday " + text + " is no day such as 2026-12-24 or 12-25.", e);
        }
    }

    /** Of one year. */
    record Once(LocalDate day) implements Holiday {
        @Override
        public boolean is(LocalDate date) {
            return date.equals(day);
        }
    }

    /** Of each year. */
    record Yearly(MonthDay day) implements Holiday {
        @Override
        public boolean is(LocalDate date) {
            return MonthDay.from(date).equals(day);
        }
    }
}
