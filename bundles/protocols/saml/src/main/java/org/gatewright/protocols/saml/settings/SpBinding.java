package org.gatewright.protocols.saml.settings;

/** How a response travels. Not in an address: the profile forbids it, and responses are too long (SAML profiles section 4.1.2). */
public enum SpBinding {
    /** In a form that the browser posts. */
    POST
}
