package org.gatewright.protocols.saml.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Format;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.Length;
import org.gatewright.spi.settings.Pattern;
import org.gatewright.spi.settings.RefersTo;
import org.gatewright.spi.settings.Title;

/**
 * Settings of one SAML provider. Names and defaults are authentik's where it has the same setting.
 *
 * @param metadata the metadata of the service provider; what is set beside it counts more
 * @param acsUrl where responses go
 * @param acsUrls where responses may go besides
 * @param audience the entity ID of the service provider
 * @param issuerOverride our entity ID; the address of our metadata if absent
 * @param spBinding how responses travel
 * @param defaultNameIdPolicy the format of names if the request asks for none
 * @param nameId what names the user
 * @param attributes what is told of the user; the usual ones if there are none
 * @param assertionValidNotBefore how long before its issue an assertion begins to be good, for clocks that are late
 * @param assertionValidNotOnOrAfter how long an assertion is good
 * @param sessionValidNotOnOrAfter how long a session at the service provider may be
 * @param clockSkew how far the clock of the service provider may be off
 * @param signingKp the key that signs
 * @param digestAlgorithm of signatures
 * @param signatureAlgorithm of signatures
 * @param signAssertion whether assertions are signed
 * @param signResponse whether responses are signed
 * @param verificationKp what requests must be signed with
 * @param encryptAssertion whether assertions are encrypted
 * @param encryptionKp what assertions are encrypted for
 * @param defaultRelayState what a service provider gets with a response that it did not ask for
 */
public record SamlSettings(
        @Title("Metadata of the service provider")
        @Help(
                "Paste the XML. It says the addresses, the entity ID and the certificates; what is set below counts more.")
        @Format("multiline")
        Optional<String> metadata,

        @Title("ACS URL") @Help("Where responses go.") @Format("uri") @Length(min = 1, max = 1024)
        Optional<String> acsUrl,

        @Title("Further ACS URLs") @Help("Where responses may go if a request says so.") @Length(max = 50)
        List<String> acsUrls,

        @Title("Audience")
        @Help("The entity ID of the service provider: the issuer of its requests, and who may use assertions.")
        @Length(min = 1, max = 1024)
        Optional<String> audience,

        @Title("Issuer override") @Help("Without one the issuer is the address of our metadata.") @Length(max = 1024)
        Optional<String> issuerOverride,

        @Title("Service provider binding") @Default("post") SpBinding spBinding,

        @Title("Default NameID policy")
        @Help("The format of the NameID if the request asks for none.")
        @Pattern(
                "urn:oasis:names:tc:SAML:(1\\.1:nameid-format:(emailAddress|unspecified)|2\\.0:nameid-format:(persistent|transient))")
        @Default("urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified")
        String defaultNameIdPolicy,

        @Title("NameID")
        @Help(
                "What names the user. With “format” it is what the request asks for; else it is this, whatever is asked for.")
        @Default("format")
        NameIdSource nameId,

        @Title("Attributes") @Help("Without any, the service provider gets the usual ones.") @Length(max = 100)
        List<SamlAttribute> attributes,

        @Title("Assertion valid not before")
        @Help("How long before its issue an assertion begins to be good.")
        @Default("minutes=5")
        Duration assertionValidNotBefore,

        @Title("Assertion valid not on or after") @Default("minutes=5")
        Duration assertionValidNotOnOrAfter,

        @Title("Session valid not on or after") @Default("days=60")
        Duration sessionValidNotOnOrAfter,

        @Title("Clock skew") @Help("How far the clock of the service provider may be off.") @Default("minutes=3")
        Duration clockSkew,

        @Title("Signing key") @Help("Without one the server's active RS256 key signs.") @RefersTo("key")
        Optional<UUID> signingKp,

        @Title("Digest algorithm")
        @Pattern("http://www\\.w3\\.org/2001/04/(xmlenc#sha256|xmldsig-more#sha384|xmlenc#sha512)")
        @Default("http://www.w3.org/2001/04/xmlenc#sha256")
        String digestAlgorithm,

        @Title("Signature algorithm")
        @Pattern("http://www\\.w3\\.org/2001/04/xmldsig-more#rsa-sha(256|384|512)")
        @Default("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256")
        String signatureAlgorithm,

        @Title("Sign assertions") @Default("true") boolean signAssertion,

        @Title("Sign responses") @Default("false") boolean signResponse,

        @Title("Verification certificate")
        @Help("In PEM. With one, requests must be signed by its key.")
        @Format("multiline")
        Optional<String> verificationKp,

        @Title("Encrypt assertions") @Default("false") boolean encryptAssertion,

        @Title("Encryption certificate") @Help("In PEM. Without one, the metadata must have one.") @Format("multiline")
        Optional<String> encryptionKp,

        @Title("Default relay state")
        @Help("What the service provider gets if the sign-in begins here.")
        @Length(max = 1024)
        Optional<String> defaultRelayState) {

    private static final Set<String> WEB = Set.of("http", "https");
    private static final Duration LONGEST_ASSERTION = Duration.ofHours(24);
    private static final Duration LARGEST_SKEW = Duration.ofMinutes(10);

    /**
     * Copies the lists, and drops texts without a letter.
     *
     * @throws IllegalArgumentException if responses could go where nobody may be sent, or would not be protected
     */
    public SamlSettings {
        metadata = filled(metadata);
        acsUrl = filled(acsUrl);
        audience = filled(audience);
        issuerOverride = filled(issuerOverride);
        verificationKp = filled(verificationKp);
        encryptionKp = filled(encryptionKp);
        defaultRelayState = filled(defaultRelayState);
        acsUrls = List.copyOf(acsUrls);
        attributes = List.copyOf(attributes);
        acsUrl.ifPresent(SamlSettings::requireAddress);
        acsUrls.forEach(SamlSettings::requireAddress);
        require(
                signAssertion || signResponse,
                "sign_assertion or sign_response must be on: nobody could trust the rest");
        require(
                assertionValidNotOnOrAfter.compareTo(Duration.ofSeconds(10)) >= 0
                        && assertionValidNotOnOrAfter.compareTo(LONGEST_ASSERTION) <= 0,
                "assertion_valid_not_on_or_after is from 10 seconds to 24 hours");
        require(clockSkew.compareTo(LARGEST_SKEW) <= 0, "clock_skew is at most 10 minutes");
    }

    /** Tells whether a browser may be made to post to the address. */
    public static boolean isWebAddress(String address) {
        try {
            URI uri = new URI(address);
            return uri.getScheme() != null
                    && WEB.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void requireAddress(String address) {
        require(
                isWebAddress(address),
                "an ACS URL is an address of the web without a fragment, such as https://sp.example.org/saml/acs");
    }

    private static Optional<String> filled(Optional<String> text) {
        return text.map(String::strip).filter(stripped -> !stripped.isEmpty());
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
