package org.gatewright.store.jpa.database;

/** The database belongs to another secret key. */
final class WrongKeyException extends Exception {

    private static final long serialVersionUID = 1L;

    WrongKeyException(String database) {
        super("The secret key is not the one that " + database
                + " was set up with. Nothing was changed. Set the secret key"
                + " (GATEWRIGHT_SECRET_KEY, or the file secret.key in the data folder) back to the one of this"
                + " database, or choose another database.");
    }

    /** Returns what to tell the administrator. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}
