package org.gatewright.protocols.oauth2.discovery;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.gatewright.protocols.oauth2.authorize.ResponseMode;
import org.gatewright.protocols.oauth2.claims.Scope;
import org.gatewright.protocols.oauth2.client.Client;
import org.gatewright.protocols.oauth2.settings.GrantType;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.session.TokenSigner;

/** The metadata of one client's issuer (OpenID Connect Discovery 1.0 section 3, RFC 8414 section 2). */
final class Metadata {

    private static final List<String> SECRETS = List.of("client_secret_basic", "client_secret_post");
    private static final List<String> NONE = List.of("none");
    private static final List<String> CLAIMS = List.of(
            "iss",
            "sub",
            "aud",
            "exp",
            "iat",
            "auth_time",
            "nonce",
            "amr",
            "sid",
            "at_hash",
            "email",
            "email_verified",
            "name",
            "given_name",
            "family_name",
            "preferred_username",
            "nickname",
            "groups");

    private Metadata() {}

    static JsonObject of(Client client, URI origin, TokenSigner signer) {
        return endpoints(client, origin)
                .merge(abilities(client))
                .with(
                        "id_token_signing_alg_values_supported",
                        List.of(signer.algorithm(client.settings().signingKey())));
    }

    private static JsonObject endpoints(Client client, URI origin) {
        String shared = origin + "/application/o/";
        String own = shared + client.application() + "/";
        return JsonObject.of("issuer", client.issuer(origin))
                .with("authorization_endpoint", shared + "authorize/")
                .with("token_endpoint", shared + "token/")
                .with("userinfo_endpoint", shared + "userinfo/")
                .with("introspection_endpoint", shared + "introspect/")
                .with("revocation_endpoint", shared + "revoke/")
                .with("end_session_endpoint", own + "end-session/")
                .with("jwks_uri", own + "jwks/");
    }

    private static JsonObject abilities(Client client) {
        List<String> methods = client.isPublic() ? NONE : SECRETS;
        return JsonObject.of("response_types_supported", List.of("code"))
                .with(
                        "response_modes_supported",
                        Arrays.stream(ResponseMode.values())
                                .map(ResponseMode::word)
                                .toList())
                .with(
                        "grant_types_supported",
                        client.settings().grantTypes().stream()
                                .map(GrantType::word)
                                .toList())
                .with("subject_types_supported", List.of("public"))
                .with(
                        "scopes_supported",
                        Arrays.stream(Scope.values()).map(Scope::word).toList())
                .with("claims_supported", CLAIMS)
                .with("token_endpoint_auth_methods_supported", methods)
                .with("revocation_endpoint_auth_methods_supported", methods)
                .with("introspection_endpoint_auth_methods_supported", SECRETS)
                .with("code_challenge_methods_supported", List.of("S256"))
                .with("prompt_values_supported", List.of("none", "login", "consent", "select_account"))
                .with("authorization_response_iss_parameter_supported", true)
                .with("claims_parameter_supported", false)
                .with("request_parameter_supported", false)
                .with("request_uri_parameter_supported", false);
    }
}
