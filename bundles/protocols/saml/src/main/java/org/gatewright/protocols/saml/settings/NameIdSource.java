package org.gatewright.protocols.saml.settings;

/** What names a user to a service provider. */
public enum NameIdSource {
    /** What goes with the format that is asked for, or with the default one. */
    FORMAT,
    /** The e-mail address. */
    EMAIL,
    /** The user name. */
    USERNAME,
    /** A hash of the user's id, another one at each service provider. */
    UID,
    /** The attribute {@code upn}. */
    UPN
}
