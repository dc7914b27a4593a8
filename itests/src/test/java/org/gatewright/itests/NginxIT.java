package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Browser;
import org.gatewright.itests.support.Client;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.Nginx;
import org.gatewright.itests.support.Ports;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.Test;

/** Behind a proxy that ends TLS the server goes by its outside name. */
class NginxIT {

    private static final String HOST = "sso.example.org";

    @Test
    void followsTheOutsideName() {
        int port = Ports.free();
        String outside = "https://" + HOST + ":" + port;
        try (Distribution server = Distribution.unpack().withAdministrator().start();
                Nginx nginx = Nginx.start(server, HOST, port)) {
            Client client = Client.register(
                    new Administrator(server), "proxied", "http://localhost:5000/cb", JsonObject.empty());
            JsonObject end = Browser.run(
                    "sign-in",
                    "nginx",
                    JsonObject.of("open", outside + "/if/flow/redirect/")
                            .with("hosts", "MAP " + HOST + " 127.0.0.1")
                            .with("user", Administrator.MAIL)
                            .with("password", Administrator.PASSWORD)
                            .with("expect", "Sign out")
                            .with(
                                    "then",
                                    outside + "/application/o/" + client.slug() + "/.well-known/openid-configuration"));

            assertThat(end.text("signedInAt")).contains(outside + "/if/user/");
            assertThat(end.text("text").orElseThrow())
                    .contains(outside + "/application/o/" + client.slug() + "/")
                    .contains(outside + "/application/o/token/")
                    .doesNotContain(server.base().toString());
            assertCookies(end.objects("cookies"));
            assertThat(redirect(server, client)).isEqualTo("/if/flow/default-authentication-flow/");
        }
    }

    private static void assertCookies(List<JsonObject> cookies) {
        assertThat(cookies)
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie.text("name").orElse("")).startsWith("__Host-gatewright_"))
                .allSatisfy(cookie -> assertThat(cookie.get("secure")).isEqualTo(Optional.of(true)))
                .anySatisfy(cookie -> assertThat(cookie.text("name")).contains("__Host-gatewright_session"));
    }

    /** Where an authorization request that comes straight to the server, with no proxy, is sent. */
    private static String redirect(Distribution server, Client client) {
        return new org.gatewright.itests.support.Visitor(server.base())
                .get(client.authorize(Map.of()))
                .headers()
                .firstValue("Location")
                .map(target -> target.replaceAll("\\?.*", ""))
                .orElse("");
    }
}
