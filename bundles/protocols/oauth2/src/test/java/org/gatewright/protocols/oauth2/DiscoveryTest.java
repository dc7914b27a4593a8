package org.gatewright.protocols.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatewright.protocols.oauth2.Server.ISSUER;
import static org.gatewright.protocols.oauth2.Server.json;

import java.util.Map;
import org.gatewright.protocols.oauth2.settings.IssuerMode;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.ErrorKind;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.http.Request;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.protocol.Route;
import org.gatewright.testkit.protocol.TestRequest;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

    private static final String OPENID = "/application/o/%s/.well-known/openid-configuration/";

    private final Server server = new Server();

    @Test
    void publishesTheMetadataOfTheApplication() {
        JsonObject metadata = json(get(OPENID, "shop"));
        assertThat(metadata.text("issuer")).contains(ISSUER);
        assertThat(metadata.text("authorization_endpoint")).contains("https://id.example.org/application/o/authorize/");
        assertThat(metadata.text("end_session_endpoint")).contains(ISSUER + "end-session/");
        assertThat(metadata.text("jwks_uri")).contains(ISSUER + "jwks/");
        assertThat(metadata.texts("response_types_supported")).containsExactly("code");
        assertThat(metadata.texts("response_modes_supported")).containsExactly("query", "form_post");
        assertThat(metadata.texts("code_challenge_methods_supported")).containsExactly("S256");
        assertThat(metadata.texts("id_token_signing_alg_values_supported")).containsExactly("RS256");
        assertThat(metadata.texts("grant_types_supported")).containsExactly("authorization_code", "refresh_token");
        assertThat(metadata.texts("token_endpoint_auth_methods_supported"))
                .containsExactly("client_secret_basic", "client_secret_post");
        assertThat(metadata.bool("authorization_response_iss_parameter_supported"))
                .contains(true);
        assertThat(metadata.bool("request_uri_parameter_supported")).contains(false);
        assertThat(json(get(OPENID, "app")).texts("token_endpoint_auth_methods_supported"))
                .containsExactly("none");
    }

    @Test
    void publishesTheSameUnderTheAddressOfRfc8414() {
        assertThat(json(get("/.well-known/oauth-authorization-server/application/o/%s/", "shop")))
                .isEqualTo(json(get(OPENID, "shop")));
    }

    @Test
    void namesTheWholeServerAsIssuerIfTheSettingSaysSo() {
        server.register("shop", Map.of("issuerMode", IssuerMode.GLOBAL));
        assertThat(json(get(OPENID, "shop")).text("issuer")).contains("https://id.example.org/");
        assertThat(server.claims(server.tokens("shop").text("id_token").orElseThrow())
                        .text("iss"))
                .contains("https://id.example.org/");
    }

    @Test
    void publishesTheKeysAndLetsThemBeCached() {
        Response.Json keys = (Response.Json) get("/application/o/%s/jwks/", "shop");
        assertThat(keys.body()).isEqualTo(server.signer.publicKeys());
        assertThat(keys.headers()).containsEntry("Cache-Control", "max-age=300");
    }

    @Test
    void sendsTheIssuersOwnAddressToItsMetadata() {
        assertThat(((Response.Redirect) get("/application/o/%s/", "shop")).to())
                .hasToString(ISSUER + ".well-known/openid-configuration");
    }

    @Test
    void knowsNothingOfOtherApplications() {
        assertThatThrownBy(() -> get(OPENID, "nothing"))
                .isInstanceOfSatisfying(
                        GatewrightException.class,
                        error -> assertThat(error.code().kind()).isEqualTo(ErrorKind.NOT_FOUND));
    }

    @Test
    void letsScriptsOfOtherOriginsReadWhatCarriesNoSession() {
        assertThat(server.protocol.routes())
                .filteredOn(Route::crossOrigin)
                .extracting(Route::path)
                .contains(
                        "/application/o/token/",
                        "/application/o/userinfo/",
                        "/application/o/revoke/",
                        "/application/o/{application}/jwks/",
                        "/application/o/{application}/.well-known/openid-configuration/")
                .doesNotContain(
                        "/application/o/{application}/",
                        "/application/o/authorize/",
                        "/application/o/introspect/",
                        "/application/o/{application}/end-session/");
    }

    private Response get(String path, String application) {
        Request request = TestRequest.get(path.formatted(application))
                .path("application", application)
                .build();
        return server.protocol.handle(request, server.context);
    }
}
