package org.gatewright.protocols.oauth2.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Format;
import org.gatewright.spi.settings.Length;
import org.gatewright.spi.settings.Title;

/**
 * An address that a client registered.
 *
 * @param url the address as the client sends it
 * @param matchingMode how it is compared
 * @param redirectUriType what it is for
 */
public record RedirectUri(
        @Title("Address") @Format("uri") @Length(min = 1, max = 1024)
        String url,

        @Title("Matching") @Default("strict") MatchingMode matchingMode,
        @Title("Use") @Default("authorization") RedirectUriType redirectUriType) {

    private static final Set<String> DANGEROUS = Set.of("javascript", "data", "vbscript", "file", "blob", "about");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");

    /** @throws IllegalArgumentException if nobody may be sent to the address */
    public RedirectUri {
        URI uri = parse(url);
        String scheme = uri.getScheme();
        if (scheme == null) {
            throw new IllegalArgumentException("a redirect URI is absolute: it begins with a scheme such as https://");
        }
        if (uri.getRawFragment() != null) {
            throw new IllegalArgumentException("a redirect URI has no fragment (RFC 6749 section 3.1.2)");
        }
        if (DANGEROUS.contains(scheme.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("a redirect URI does not have the scheme " + scheme);
        }
        if (scheme.toLowerCase(Locale.ROOT).startsWith("http") && uri.getHost() == null) {
            throw new IllegalArgumentException("a redirect URI with the scheme " + scheme + " names a host");
        }
    }

    /** Tells whether the address that a client sent is this one. */
    public boolean matches(String sent) {
        return url.equals(sent) || matchesLoopback(sent);
    }

    /** An app on a user's machine cannot know which port it will get (RFC 8252 section 7.3). */
    private boolean matchesLoopback(String sent) {
        URI own = parse(url);
        if (!"http".equals(own.getScheme()) || !LOOPBACK.contains(Objects.requireNonNullElse(own.getHost(), ""))) {
            return false;
        }
        try {
            return isSameButForPort(own, new URI(sent));
        } catch (URISyntaxException e) {
            return false; // what is no address is not this address
        }
    }

    private static boolean isSameButForPort(URI own, URI sent) {
        return "http".equals(sent.getScheme())
                && Objects.equals(own.getHost(), sent.getHost())
                && Objects.equals(own.getRawUserInfo(), sent.getRawUserInfo())
                && Objects.equals(own.getRawPath(), sent.getRawPath())
                && Objects.equals(own.getRawQuery(), sent.getRawQuery())
                && sent.getRawFragment() == null;
    }

    private static URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("a redirect URI is a valid address: " + e.getReason(), e);
        }
    }
}
