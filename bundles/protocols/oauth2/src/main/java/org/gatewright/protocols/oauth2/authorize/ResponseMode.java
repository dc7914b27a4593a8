package org.gatewright.protocols.oauth2.authorize;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an authorization response travels. Not by fragment: codes do not belong where scripts and histories find them. */
public enum ResponseMode {
    /** In the address (OAuth 2.0 Multiple Response Type Encoding Practices). */
    QUERY,
    /** In a form that the browser posts (OAuth 2.0 Form Post Response Mode). */
    FORM_POST;

    /** Finds the mode by the value of {@code response_mode}. */
    static Optional<ResponseMode> of(String word) {
        return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }

    /** Returns the value of {@code response_mode}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
