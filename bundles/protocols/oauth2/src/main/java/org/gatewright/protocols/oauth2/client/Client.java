package org.gatewright.protocols.oauth2.client;

import static org.gatewright.protocols.oauth2.wire.OAuthError.UNKNOWN_APPLICATION;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.protocols.oauth2.settings.ClientType;
import org.gatewright.protocols.oauth2.settings.GrantType;
import org.gatewright.protocols.oauth2.settings.IssuerMode;
import org.gatewright.protocols.oauth2.settings.OAuth2Settings;
import org.gatewright.protocols.oauth2.settings.RedirectUriType;
import org.gatewright.spi.protocol.ProtocolContext;
import org.gatewright.spi.protocol.Provider;

/**
 * A client: a provider of this protocol that an application uses. A provider without an application is nobody's client.
 *
 * @param provider the provider
 * @param application slug of the application
 */
public record Client(Provider<OAuth2Settings> provider, String application) {

    /** Finds the client that calls itself so. */
    public static Optional<Client> byId(ProtocolContext context, String clientId) {
        return context.providerBy(OAuth2Settings.CLIENT_ID, clientId, OAuth2Settings.class)
                .flatMap(Client::used);
    }

    /** Finds the client of the application. */
    public static Client ofApplication(ProtocolContext context, String application) {
        return context.providerOf(application, OAuth2Settings.class)
                .flatMap(Client::used)
                .orElseThrow(
                        () -> UNKNOWN_APPLICATION.because("There is no application of this name that uses OAuth 2.0."));
    }

    /** Returns what names the provider. */
    public UUID id() {
        return provider.id();
    }

    /** Returns the settings. */
    public OAuth2Settings settings() {
        return provider.settings();
    }

    /** Returns what the client calls itself. */
    public String clientId() {
        return settings().clientId();
    }

    /** Tells whether the client cannot keep a secret. */
    public boolean isPublic() {
        return settings().clientType() == ClientType.PUBLIC;
    }

    /** Tells whether the client may use the grant type. */
    public boolean mayUse(GrantType type) {
        return settings().grantTypes().contains(type);
    }

    /** Tells whether the client registered the address for this use. */
    public boolean hasRegistered(String uri, RedirectUriType use) {
        return settings().redirectUris().stream()
                .anyMatch(known -> known.redirectUriType() == use && known.matches(uri));
    }

    /** Returns the issuer as clients see it from this origin. */
    public String issuer(URI origin) {
        return settings().issuerMode() == IssuerMode.GLOBAL
                ? origin + "/"
                : origin + "/application/o/" + application + "/";
    }

    private static Optional<Client> used(Provider<OAuth2Settings> provider) {
        return provider.application().map(application -> new Client(provider, application));
    }
}
