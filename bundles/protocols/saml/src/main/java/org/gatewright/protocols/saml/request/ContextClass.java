package org.gatewright.protocols.saml.request;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** How a user signed in, the worst way first. */
public enum ContextClass {
    /** Nobody knows. */
    UNSPECIFIED("urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified"),
    /** By a password. */
    PASSWORD("urn:oasis:names:tc:SAML:2.0:ac:classes:Password"),
    /** By a password that nobody could read on its way. */
    PASSWORD_PROTECTED_TRANSPORT("urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"),
    /** By two factors. */
    MULTI_FACTOR("https://refeds.org/profile/mfa");

    private static final Set<String> SECOND_FACTORS = Set.of("mfa", "otp", "hwk", "swk", "sms");

    private final String uri;

    ContextClass(String uri) {
        this.uri = uri;
    }

    /** Returns the way that a sign-in by these methods (RFC 8176) was. */
    static ContextClass of(Collection<String> methods) {
        boolean password = methods.contains("pwd");
        if (methods.contains("mfa") || password && methods.stream().anyMatch(SECOND_FACTORS::contains)) {
            return MULTI_FACTOR;
        }
        return password ? PASSWORD_PROTECTED_TRANSPORT : UNSPECIFIED;
    }

    static Optional<ContextClass> of(String uri) {
        return Arrays.stream(values()).filter(value -> value.uri.equals(uri)).findFirst();
    }

    /** Returns its address. */
    public String uri() {
        return uri;
    }

    /** Tells whether a sign-in of this way is one of the other: two factors are a password too, and anything is unspecified. */
    boolean covers(ContextClass other) {
        return compareTo(other) >= 0;
    }
}
