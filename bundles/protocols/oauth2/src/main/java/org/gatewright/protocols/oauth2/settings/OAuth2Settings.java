package org.gatewright.protocols.oauth2.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.data.SecretHash;
import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Generated;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.Length;
import org.gatewright.spi.settings.Pattern;
import org.gatewright.spi.settings.RefersTo;
import org.gatewright.spi.settings.Title;
import org.gatewright.spi.settings.Unique;

/**
 * Settings of one OAuth 2.0 provider. Names and defaults are authentik's where it has the same setting.
 *
 * @param clientType whether the client can keep a secret
 * @param grantTypes what the client may do at the token endpoint
 * @param clientId what the client calls itself
 * @param clientSecret what a confidential client proves itself with; a public client has no use for it
 * @param accessCodeValidity how long an authorization code lives
 * @param accessTokenValidity how long access and ID tokens live
 * @param refreshTokenValidity how long a grant with a refresh token lives; renewing does not prolong it
 * @param refreshTokenThreshold a confidential client's refresh token with more life left than this is not replaced; zero replaces it on every use
 * @param includeClaimsInIdToken whether the ID token carries the claims of its scopes too
 * @param signingKey the key that signs tokens; the server's active RS256 key if absent
 * @param redirectUris where the client may be answered
 * @param subMode what names the user to the client
 * @param issuerMode whether each application is an issuer of its own
 * @param pkce whether a confidential client must use PKCE
 * @param emailVerified what {@code email_verified} says
 */
public record OAuth2Settings(
        @Title("Client type")
        @Help("A public client, such as an app on a phone or in a browser, cannot keep a secret and must use PKCE.")
        @Default("confidential")
        ClientType clientType,

        @Title("Grant types")
        @Help("What the client may do at the token endpoint.")
        @Default("[\"authorization_code\",\"refresh_token\"]")
        List<GrantType> grantTypes,

        @Title("Client ID") @Unique @Generated(length = 40) @Length(min = 1, max = 255) @Pattern("[!-~]+")
        String clientId,

        @Title("Client secret") @Help("Only its hash is kept.") @Generated(length = 128)
        SecretHash clientSecret,

        @Title("Access code validity") @Default("minutes=1") Duration accessCodeValidity,
        @Title("Access token validity") @Default("hours=1") Duration accessTokenValidity,

        @Title("Refresh token validity")
        @Help("Counts from the sign-in. Renewing does not prolong it.")
        @Default("days=30")
        Duration refreshTokenValidity,

        @Title("Refresh token threshold")
        @Help(
                "A refresh token with more life left than this is not replaced when a confidential client uses it. Zero replaces it on every use.")
        @Default("seconds=0")
        Duration refreshTokenThreshold,

        @Title("Include claims in ID token") @Default("true")
        boolean includeClaimsInIdToken,

        @Title("Signing key") @Help("Without one the server's active RS256 key signs.") @RefersTo("key")
        Optional<UUID> signingKey,

        @Title("Redirect URIs") @Length(max = 100) List<RedirectUri> redirectUris,
        @Title("Subject mode") @Default("hashed_user_id") SubjectMode subMode,
        @Title("Issuer mode") @Default("per_provider") IssuerMode issuerMode,

        @Title("PKCE") @Help("Public clients must always use it.") @Default("optional")
        Pkce pkce,

        @Title("E-mail addresses are verified") @Help("What the claim email_verified says.") @Default("false")
        boolean emailVerified) {

    /** The name of the setting that clients are found by. */
    public static final String CLIENT_ID = "client_id";

    private static final Duration LONGEST_CODE = Duration.ofMinutes(10);

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a lifetime makes no sense, or a public client would use client credentials
     */
    public OAuth2Settings {
        grantTypes = List.copyOf(grantTypes);
        redirectUris = List.copyOf(redirectUris);
        requirePositive(accessCodeValidity, "access_code_validity");
        requirePositive(accessTokenValidity, "access_token_validity");
        requirePositive(refreshTokenValidity, "refresh_token_validity");
        require(
                accessCodeValidity.compareTo(LONGEST_CODE) <= 0,
                "access_code_validity is at most 10 minutes (RFC 6749 section 4.1.2)");
        require(!refreshTokenThreshold.isNegative(), "refresh_token_threshold is zero or more");
        require(
                clientType == ClientType.CONFIDENTIAL || !grantTypes.contains(GrantType.CLIENT_CREDENTIALS),
                "a public client cannot use the grant type client_credentials (RFC 6749 section 4.4)");
    }

    private static void requirePositive(Duration lifetime, String name) {
        require(lifetime.compareTo(Duration.ofSeconds(1)) >= 0, name + " is at least one second");
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
