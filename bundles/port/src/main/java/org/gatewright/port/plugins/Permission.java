package org.gatewright.port.plugins;

import java.util.List;

/**
 * Something that a plug-in says it does, in the header {@code Gatewright-Permissions} of its manifest.
 *
 * @param name one of those in the manual, such as {@code network}
 * @param limits what it is restricted to, such as hosts with ports; empty for no restriction
 */
public record Permission(String name, List<String> limits) {

    /** To keep documents. */
    public static final String DOCUMENTS = "documents";

    /** To look for users. */
    public static final String DIRECTORY = "directory";

    /** To make users, and to change their fields. */
    public static final String USER_FIELDS = "user-fields";

    /** To check passwords, and to hash them. */
    public static final String CREDENTIALS = "credentials";

    /** To begin and end sessions, and what hangs off them: grants, tokens, values for single use. */
    public static final String SESSIONS = "sessions";

    /** To read and remember what users agree to. */
    public static final String CONSENTS = "consents";

    /** To ask for second factors, and to add them. */
    public static final String AUTHENTICATORS = "authenticators";

    /** To have tokens signed with the keys of the server. */
    public static final String SIGNING = "signing";

    /** To sign anything with the keys of the server, tokens among it. */
    public static final String SIGNING_KEYS = "signing-keys";

    /** Copies the list. */
    public Permission {
        limits = List.copyOf(limits);
    }

    /** Returns the name, and the limits in brackets. */
    public String words() {
        return limits.isEmpty() ? name : name + " (" + String.join(", ", limits) + ")";
    }
}
