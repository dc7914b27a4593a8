package org.gatewright.stages.authenticatorvalidate;

/** What happens to a user who has no second factor that counts. */
public enum NotConfiguredAction {
    /** Goes on without. */
    SKIP,
    /** Is turned away. */
    DENY,
    /** Sets one up now. */
    CONFIGURE
}
