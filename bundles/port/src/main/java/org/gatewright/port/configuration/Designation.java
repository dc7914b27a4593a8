package org.gatewright.port.configuration;

/** What a flow is for. */
public enum Designation {
    /** Signing in. */
    AUTHENTICATION,
    /** Consent and access to an application. */
    AUTHORIZATION,
    /** Signing out. */
    INVALIDATION,
    /** Joining. */
    ENROLLMENT,
    /** Leaving. */
    UNENROLLMENT,
    /** Getting access back. */
    RECOVERY,
    /** Setting something up. */
    STAGE_CONFIGURATION
}
