package org.gatewright.protocols.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatewright.protocols.saml.Server.assertRefused;
import static org.gatewright.protocols.saml.Server.base64;
import static org.gatewright.protocols.saml.Server.deflated;
import static org.gatewright.protocols.saml.Server.encode;
import static org.gatewright.protocols.saml.Server.message;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.spi.http.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensaml.saml.saml2.core.StatusCode;

/** Which requests are answered, and where. */
class RequestTest {

    private final Server server = new Server();

    @BeforeEach
    void signIn() {
        server.context.signIn(server.ada);
    }

    @Test
    void answersARequestInAnAddress() {
        assertThat(message(server.redirect(Wish.redirect().xml())).getInResponseTo())
                .isEqualTo("_wish-1");
    }

    @Test
    void answersARequestInAForm() {
        assertThat(message(server.post(Wish.post().xml())).getInResponseTo()).isEqualTo("_wish-1");
    }

    @Test
    void aFormOfAnotherSiteComesAgainSoThatTheBrowserSendsTheSession() {
        server.context.signOut();
        String wish = base64(Wish.post().xml().getBytes(StandardCharsets.UTF_8));
        Response.AutoSubmit first =
                (Response.AutoSubmit) server.posted(Map.of("SAMLRequest", wish, "RelayState", "\"><script>"));

        assertThat(first.to()).hasToString(Server.POST);
        assertThat(first.fields())
                .containsOnly(
                        Map.entry("SAMLRequest", wish),
                        Map.entry("RelayState", "\"><script>"),
                        Map.entry("again", "1"));
        server.context.signIn(server.ada);
        assertThat(message(server.posted(first.fields())).getInResponseTo()).isEqualTo("_wish-1");
    }

    @Test
    void answersWhereverTheAddressEndsAndByBothNames() {
        for (String destination :
                List.of(Server.REDIRECT, "https://id.example.org/application/saml2/wiki/sso/binding/redirect")) {
            assertThat(message(server.redirect(Wish.of(destination)
                            .id("_" + destination.hashCode())
                            .xml())))
                    .isNotNull();
        }
    }

    @Test
    void givesTheRelayStateBackAsItCame() {
        String state = "<b>\"&'ü 1";
        Response response = server.redirected(
                "SAMLRequest=" + encode(deflated(Wish.redirect().xml())) + "&RelayState=" + encode(state));
        assertThat(((Response.AutoSubmit) response).fields()).containsEntry("RelayState", state);
    }

    @Test
    void refusesARelayStateThatIsTooLong() {
        assertRefused(
                server.redirected(
                        "SAMLRequest=" + encode(deflated(Wish.redirect().xml())) + "&RelayState=" + "x".repeat(1025)),
                "RelayState is longer");
        assertRefused(
                server.redirected("SAMLRequest="
                        + encode(deflated(Wish.redirect().xml())) + "&RelayState=" + encode("ü".repeat(1000))),
                "too long together");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.net/acs",
                "https://wiki.example.org/saml/acs/",
                "https://wiki.example.org/saml/acs?x",
                "https://WIKI.example.org/saml/acs",
                "https://wiki.example.org/saml/acs#x",
                "https://wiki.example.org/saml/acs/../acs",
                "javascript:alert(1)"
            })
    void refusesAnAddressThatIsNotRegistered(String acs) {
        assertRefused(
                server.redirect(Wish.redirect()
                        .with("AssertionConsumerServiceURL=\"" + acs + "\"")
                        .xml()),
                "is not registered for this application");
    }

    @Test
    void takesAnAddressThatIsRegisteredBesides() {
        String other = "https://wiki.example.org/other";
        server.register(Map.of("acsUrls", List.of(other)));
        Response response = server.redirect(Wish.redirect()
                .with("AssertionConsumerServiceURL=\"" + other + "\"")
                .xml());
        assertThat(((Response.AutoSubmit) response).to()).hasToString(other);
        response = server.redirect(Wish.redirect()
                .id("_2")
                .with("AssertionConsumerServiceIndex=\"1\"")
                .xml());
        assertThat(((Response.AutoSubmit) response).to()).hasToString(other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "-1"})
    void refusesAnIndexThatNobodyHas(String index) {
        assertRefused(
                server.redirect(Wish.redirect()
                        .with("AssertionConsumerServiceIndex=\"" + index + "\"")
                        .xml()),
                "no address for the answer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.net/application/saml/wiki/sso/binding/redirect/",
                "https://id.example.org/application/saml/other/sso/binding/redirect/",
                "https://id.example.org/application/saml/wiki/sso/binding/post/",
                "http://id.example.org/application/saml/wiki/sso/binding/redirect/",
                ""
            })
    void refusesARequestThatWasMeantForAnother(String destination) {
        assertRefused(server.redirect(Wish.of(destination).xml()), "meant for another address");
    }

    @Test
    void refusesARequestOfSomebodyElse() {
        assertRefused(
                server.redirect(Wish.redirect()
                        .content("<saml:Issuer>https://evil.example.net</saml:Issuer>")
                        .xml()),
                "sent by somebody else");
        assertRefused(server.redirect(Wish.redirect().content("").xml()), "does not say who sent it");
        assertRefused(
                server.redirect(Wish.redirect()
                        .content("<saml:Issuer Format=\"urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress\">"
                                + Server.PARTY + "</saml:Issuer>")
                        .xml()),
                "is no entity");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-01T11:40:00Z, too old",
        "2026-06-01T12:05:00Z, in the future",
        "yesterday, malformed",
        "2026-06-01, too old"
    })
    void refusesARequestOfAnotherTime(String issued, String sentence) {
        assertRefused(
                server.redirect(
                        Wish.redirect().with("IssueInstant=\"" + issued + "\"").xml()),
                sentence);
    }

    @Test
    void bearsClocksThatAreALittleWrong() {
        for (String issued : List.of("2026-06-01T12:02:00Z", "2026-06-01T11:48:00Z")) {
            assertThat(message(server.redirect(Wish.redirect()
                            .id("_" + issued.hashCode())
                            .with("IssueInstant=\"" + issued + "\"")
                            .xml())))
                    .isNotNull();
        }
    }

    @Test
    void answersARequestOnce() {
        String wish = Wish.redirect().xml();
        message(server.redirect(wish));
        assertRefused(server.redirect(wish), "answered before");
        server.context.pass(Duration.ofMinutes(5));
        assertRefused(server.redirect(wish), "answered before");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ID=\"\" | no ID",
                "ID=\"1 2\" | no ID",
                "ID=\"_a\" Version=\"1.1\" | not of SAML 2.0",
                "ID=\"_a\" ForceAuthn=\"perhaps\" | malformed",
                "ID=\"_a\" IsPassive=\"TRUE\" | malformed",
                "ID=\"_a\" AssertionConsumerServiceIndex=\"x\" | malformed",
                "ID=\"_a\" AssertionConsumerServiceURL=\"\" | is not registered",
            })
    void refusesWhatIsMalformed(String attributes, String sentence) {
        String xml = "<samlp:AuthnRequest " + Wish.NAMES + " IssueInstant=\"" + Server.NOW + "\" " + attributes
                + (attributes.contains("Version") ? "" : " Version=\"2.0\"") + ">" + Wish.ISSUER
                + "</samlp:AuthnRequest>";
        assertRefused(server.redirect(xml), sentence);
    }

    @Test
    void refusesWhatIsNoRequest() {
        assertRefused(server.redirected(""), "SAMLRequest is missing");
        assertRefused(server.redirected("SAMLRequest=%21"), "base64");
        assertRefused(server.redirected("SAMLRequest=" + encode(base64("no deflate".getBytes()))), "compressed");
        assertRefused(server.redirect("hello"), "no XML");
        assertRefused(server.redirect("<a/>"), "no AuthnRequest");
        assertRefused(
                server.redirect(Wish.redirect().xml().replace("AuthnRequest", "LogoutRequest")), "no AuthnRequest");
        assertRefused(server.redirected("SAMLRequest=a&SAMLRequest=b"), "more than once");
        assertRefused(server.redirected("SAMLRequest=a&SAMLEncoding=other"), "encoding");
    }

    @Test
    void tellsTheServiceProviderWhatIsNotDone() {
        assertThat(Server.status(server.redirect(Wish.redirect()
                        .with("ProtocolBinding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact\"")
                        .xml())))
                .containsExactly(StatusCode.REQUESTER, StatusCode.UNSUPPORTED_BINDING);
        assertThat(Server.status(server.redirect(Wish.redirect()
                        .id("_2")
                        .containing("<samlp:NameIDPolicy Format=\"urn:example:names\"/>")
                        .xml())))
                .containsExactly(StatusCode.REQUESTER, StatusCode.INVALID_NAMEID_POLICY);
        assertThat(Server.status(server.redirect(Wish.redirect()
                        .id("_3")
                        .containing("<saml:Subject><saml:NameID>ada</saml:NameID></saml:Subject>")
                        .xml())))
                .containsExactly(StatusCode.REQUESTER, StatusCode.REQUEST_UNSUPPORTED);
    }

    @Test
    void aSignatureIsOptionalWithoutACertificate() {
        String query = Server.signedQuery(
                Wish.redirect().xml(), Optional.empty(), Keys.RIVAL, Wish.RSA_SHA256, "SHA256withRSA");
        assertThat(message(server.redirected(query))).isNotNull();
    }
}
