package org.gatewright.spi.plugin;

/**
 * The kinds of plug-in that the kernel knows. It knows no type of any kind by name.
 *
 * @since 1.0
 */
public enum Kind {
    /** A step of a flow. */
    STAGE("stages"),
    /** A rule that is asked before something is allowed. */
    POLICY("policies"),
    /** What answers a protocol such as OAuth 2.0 over HTTP; its instances are providers. */
    PROTOCOL("providers"),
    /** What checks the password of a user. */
    CREDENTIAL_BACKEND("credentialbackends"),
    /** An algorithm that stores passwords. */
    HASHER("hashers"),
    /**
     * A second factor.
     *
     * @since 1.2
     */
    AUTHENTICATOR("authenticatormethods"),
    /**
     * A language for expressions.
     *
     * @since 1.3
     */
    MAPPING("mappings"),
    /**
     * What speaks a protocol of its own on a listener of its own, such as LDAP.
     *
     * @since 1.4
     */
    OUTPOST("outposts");

    private final String path;

    Kind(String path) {
        this.path = path;
    }

    /** Returns the plural that stands for this kind in addresses. */
    public String path() {
        return path;
    }

    /** Tells whether types of this kind have instances with settings of their own. */
    public boolean hasInstances() {
        return this == STAGE || this == POLICY || this == PROTOCOL || this == AUTHENTICATOR;
    }
}
