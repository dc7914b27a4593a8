package org.gatewright.store.jpa.database;

import java.sql.SQLException;

/** What is said about a database that does not work. */
final class Sentences {

    private Sentences() {}

    /** Says what does not work, why, and what to do. */
    static String unreachable(Target target, SQLException failure) {
        return "The database does not answer: " + target.description() + " (" + reason(failure) + "). "
                + target.advice(failure);
    }

    /** The first line of the last cause that says something: the drivers wrap. */
    private static String reason(SQLException failure) {
        String message = "";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            message = cause.getMessage() == null ? message : cause.getMessage();
        }
        return message.lines().findFirst().orElse(message).replaceFirst("\\s*\\[\\d+-\\d+]$", "");
    }
}
