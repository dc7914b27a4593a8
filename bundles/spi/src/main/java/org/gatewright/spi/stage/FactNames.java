package org.gatewright.spi.stage;

/**
 * Names of facts that stages of several bundles share. A stage may add others.
 *
 * @since 1.0
 */
public final class FactNames {

    /** The id of the user the flow is about, as text; absent or empty for a pretended user. */
    public static final String PENDING_USER = "pending_user";

    /** What the visitor typed to name themselves. */
    public static final String PENDING_USER_IDENTIFIER = "pending_user_identifier";

    /** Fields of prompts: an object. */
    public static final String PROMPT_DATA = "prompt_data";

    /**
     * Fields of prompts that are secret, such as a new password: an object. The engine encrypts its values at rest and shows them nowhere: not in the inspector,
     * not in events, not in logs. The stage that uses them up replaces it by an empty object.
     */
    public static final String SECRET_DATA = "secret_data";

    /** How the user proved who they are: a list of RFC 8176 method references. */
    public static final String METHODS = "amr";

    /**
     * The id of a device that was added in this very flow, as text.
     *
     * @since 1.3
     */
    public static final String ADDED_DEVICE = "added_device";

    /** Scopes that an application asks for: a list of objects with {@code id} and {@code name}. */
    public static final String CONSENT_PERMISSIONS = "consent_permissions";

    /** A sentence over the permissions of a consent. */
    public static final String CONSENT_HEADER = "consent_header";

    /** True if the client demands that consent is asked for again. */
    public static final String CONSENT_REQUIRED = "consent_required";

    /** True once the user has agreed on a page of this very flow; what was remembered from an earlier one does not count. */
    public static final String CONSENT_GIVEN = "consent_given";

    private FactNames() {}
}
