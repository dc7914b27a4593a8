package org.gatewright.protocols.oauth2.settings;

/** What names a user to a client: the claim {@code sub}. */
public enum SubjectMode {
    /** A hash of the user's id. */
    HASHED_USER_ID,
    /** The user's number. */
    USER_ID,
    /** The user's id. */
    USER_UUID,
    /** The user name. */
    USER_USERNAME,
    /** The e-mail address. */
    USER_EMAIL,
    /** The attribute {@code upn}. */
    USER_UPN
}
