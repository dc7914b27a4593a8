package org.gatewright.protocols.oauth2.authorize;

import static org.gatewright.protocols.oauth2.wire.OAuthError.INVALID_REQUEST;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the user must or must not be asked (OpenID Connect Core section 3.1.2.1).
 *
 * @param none nothing
 * @param signIn to sign in again; selecting an account is signing in with the chosen one
 * @param consent to agree again
 */
record Prompt(boolean none, boolean signIn, boolean consent) {

    private static final Set<String> KNOWN = Set.of("none", "login", "consent", "select_account");

    static Prompt of(Optional<String> text) {
        List<String> words =
                text.map(value -> List.of(value.trim().split(" +"))).orElse(List.of());
        if (!KNOWN.containsAll(words)) {
            throw INVALID_REQUEST.because("A prompt is none, login, consent or select_account.");
        }
        boolean none = words.contains("none");
        if (none && words.size() > 1) {
            throw INVALID_REQUEST.because("The prompt none stands alone.");
        }
        return new Prompt(none, words.contains("login") || words.contains("select_account"), words.contains("consent"));
    }
}
