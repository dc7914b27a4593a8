package org.gatewright.port.store;

/** A value that must be unique is taken. The surrounding transaction can only be rolled back. */
public final class UniqueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Names the constraint. */
    public UniqueException(String constraint, Throwable cause) {
        super(constraint, cause);
    }
}
