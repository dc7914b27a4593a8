package org.gatewright.protocols.oauth2.claims;

import java.util.Set;
import org.gatewright.protocols.oauth2.settings.OAuth2Settings;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.directory.User;

/** Tells what scopes let a client know about a user (OpenID Connect Core section 5.4). A claim without a value is left out. */
public final class UserClaims {

    private final Directory directory;

    /** Creates it over the users. */
    public UserClaims(Directory directory) {
        this.directory = directory;
    }

    /** Returns the claims of the scopes, without {@code sub}. */
    public JsonObject of(User user, Set<Scope> scopes, OAuth2Settings settings) {
        JsonObject claims = JsonObject.empty();
        if (scopes.contains(Scope.EMAIL) && !user.email().isEmpty()) {
            claims = claims.with("email", user.email()).with("email_verified", settings.emailVerified());
        }
        if (scopes.contains(Scope.PROFILE)) {
            claims = claims.merge(profile(user));
        }
        if (scopes.contains(Scope.PROFILE) || scopes.contains(Scope.GROUPS)) {
            claims = claims.with("groups", directory.groupNames(user.id()));
        }
        return claims;
    }

    /** The given name is the whole name, as in authentik, unless attributes know better. */
    private static JsonObject profile(User user) {
        JsonObject attributes = user.attributes();
        JsonObject claims = user.name().isEmpty()
                ? JsonObject.empty()
                : JsonObject.of("name", user.name()).with("given_name", user.name());
        return claims.with("given_name", attributes.text("given_name"))
                .with("family_name", attributes.text("family_name"))
                .with("preferred_username", user.username())
                .with("nickname", user.username());
    }
}
