package org.gatewright.protocols.oauth2.settings;

/** How a redirect URI is compared. There is one way: a pattern is an invitation (RFC 9700 section 2.1). */
public enum MatchingMode {
    /** Character by character; only the port of a loopback address may differ (RFC 8252 section 7.3). */
    STRICT
}
