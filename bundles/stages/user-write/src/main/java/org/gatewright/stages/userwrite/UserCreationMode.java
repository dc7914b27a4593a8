package org.gatewright.stages.userwrite;

/** Whether the step makes users. */
public enum UserCreationMode {
    /** It changes the flow's user and denies without one. */
    NEVER_CREATE,
    /** It changes the flow's user, or makes one if there is none. */
    CREATE_WHEN_REQUIRED,
    /** It always makes one. */
    ALWAYS_CREATE
}
