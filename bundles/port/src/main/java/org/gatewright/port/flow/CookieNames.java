package org.gatewright.port.flow;

/** The cookies of the server, without the prefix {@code __Host-} that the entry adds under https. All are HttpOnly but the one for CSRF. */
public final class CookieNames {

    /** The session of a user who has signed in. */
    public static final String SESSION = "gatewright_session";

    /** A random value that binds flows to the browser. */
    public static final String BROWSER = "gatewright_browser";

    /** The sealed first states of flows that were begun without a handle in the address, or the handles of running ones. */
    public static final String FLOW = "gatewright_flow";

    /** The CSRF token, read by scripts of the same origin and sent back as {@code X-Gatewright-CSRF}. */
    public static final String CSRF = "gatewright_csrf";

    private CookieNames() {}
}
