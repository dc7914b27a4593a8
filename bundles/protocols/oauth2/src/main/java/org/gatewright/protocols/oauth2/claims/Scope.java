package org.gatewright.protocols.oauth2.claims;

import static org.gatewright.protocols.oauth2.wire.OAuthError.INVALID_SCOPE;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A scope that clients may ask for, with the sentence that a consent shows. */
public enum Scope {
    /** Makes the request one of OpenID Connect. */
    OPENID("Know who you are"),
    /** The e-mail address. */
    EMAIL("See your e-mail address"),
    /** The name and the groups. */
    PROFILE("See your name, your user name and your groups"),
    /** The groups alone. */
    GROUPS("See which groups you are in"),
    /** A refresh token. */
    OFFLINE_ACCESS("Stay signed in when you are away");

    /** The characters of a scope (RFC 6749 section 3.3). */
    private static final Pattern SYNTAX = Pattern.compile("[!#-\\[\\]-~ ]+");

    private final String sentence;

    Scope(String sentence) {
        this.sentence = sentence;
    }

    /** Returns the scope's name in requests and tokens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what a user who is asked for consent reads. */
    public String sentence() {
        return sentence;
    }

    /** Returns the known ones of the scopes in the text of a request; what is unknown is ignored (RFC 6749 section 3.3). */
    public static Set<Scope> parse(String text) {
        if (!SYNTAX.matcher(text).matches()) {
            throw INVALID_SCOPE.because("The scope has characters that no scope has.");
        }
        return known(List.of(text.split(" ")));
    }

    /** Returns the known ones of the words. */
    public static Set<Scope> known(Collection<String> words) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream(values()).filter(scope -> words.contains(scope.word())).forEach(scopes::add);
        return Collections.unmodifiableSet(scopes);
    }

    /** Returns the names in a fixed order. */
    public static List<String> words(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::word).toList();
    }

    /** Returns the names as the text of a token or an answer. */
    public static String text(Set<Scope> scopes) {
        return words(scopes).stream().collect(Collectors.joining(" "));
    }
}
