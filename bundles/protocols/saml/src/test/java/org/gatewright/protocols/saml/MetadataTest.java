package org.gatewright.protocols.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.protocols.saml.xml.Pem;
import org.gatewright.protocols.saml.xml.SamlError;
import org.gatewright.protocols.saml.xml.Xml;
import org.gatewright.protocols.saml.xml.XmlReader;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.http.Response;
import org.gatewright.testkit.protocol.TestRequest;
import org.junit.jupiter.api.Test;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.metadata.EntityDescriptor;
import org.opensaml.saml.saml2.metadata.IDPSSODescriptor;

/** What both sides say of themselves. */
class MetadataTest {

    private final Server server = new Server();

    @Test
    void describesTheServer() {
        IDPSSODescriptor role = role(server.get("metadata/"));
        assertThat(role.getSingleSignOnServices())
                .extracting(service -> service.getBinding() + " " + service.getLocation())
                .containsExactly(
                        SAMLConstants.SAML2_REDIRECT_BINDING_URI + " " + Server.REDIRECT,
                        SAMLConstants.SAML2_POST_BINDING_URI + " " + Server.POST);
        assertThat(role.getWantAuthnRequestsSigned()).isFalse();
        assertThat(role.getKeyDescriptors()).singleElement().satisfies(key -> assertThat(Pem.read(key.getKeyInfo()
                        .getX509Datas()
                        .get(0)
                        .getX509Certificates()
                        .get(0)
                        .getValue()))
                .contains(server.keys.active(Optional.empty()).certificate()));
    }

    @Test
    void isTheSameByBothNames() {
        Response other = server.protocol.handle(
                TestRequest.get("/application/saml2/wiki/metadata/")
                        .path("application", "wiki")
                        .build(),
                server.context);
        assertThat(other).isEqualTo(server.get("metadata/"));
    }

    @Test
    void letsCertificatesOfReplacedKeysBeTrusted() {
        server.keys.replacing(Keys.RIVAL.certificate());
        assertThat(role(server.get("metadata/")).getKeyDescriptors()).hasSize(2);
    }

    @Test
    void saysWhetherRequestsMustBeSigned() {
        server.register(Map.of("verificationKp", Optional.of(Keys.PARTY.pem())));
        assertThat(role(server.get("metadata/")).getWantAuthnRequestsSigned()).isTrue();
    }

    @Test
    void theIssuerCanBeAnotherOne() {
        server.register(Map.of("issuerOverride", Optional.of("urn:example:idp")));
        assertThat(entity(server.get("metadata/")).getEntityID()).isEqualTo("urn:example:idp");
        server.context.signIn(server.ada);
        assertThat(Server.message(server.redirect(Wish.redirect().xml()))
                        .getIssuer()
                        .getValue())
                .isEqualTo("urn:example:idp");
    }

    @Test
    void anApplicationThatIsNotThereHasNone() {
        for (String end : List.of("metadata/", "sso/binding/init/", "sso/binding/redirect/")) {
            assertThatThrownBy(() -> server.protocol.handle(
                            TestRequest.get("/application/saml/nobody/" + end)
                                    .path("application", "nobody")
                                    .build(),
                            server.context))
                    .isInstanceOfSatisfying(GatewrightException.class, refused -> assertThat(refused.code())
                            .isEqualTo(SamlError.UNKNOWN_APPLICATION));
        }
    }

    @Test
    void takesEverythingFromTheMetadataOfTheServiceProvider() {
        server.register(Map.of(
                "acsUrl",
                Optional.empty(),
                "audience",
                Optional.empty(),
                "encryptAssertion",
                true,
                "metadata",
                Optional.of(Metadata.of(Keys.PARTY, false))));
        server.context.signIn(server.ada);
        var response = Server.message(server.redirect(Wish.redirect().xml()));
        assertThat(response.getEncryptedAssertions()).hasSize(1);
        assertThat(((Response.AutoSubmit) server.redirect(Wish.redirect()
                                .id("_2")
                                .with("AssertionConsumerServiceIndex=\"1\"")
                                .xml()))
                        .to())
                .hasToString("https://wiki.example.org/second");
        Server.assertRefused(
                server.redirect(Wish.redirect()
                        .id("_3")
                        .with("AssertionConsumerServiceURL=\"https://wiki.example.org/artifact\"")
                        .xml()),
                "is not registered");
    }

    private static EntityDescriptor entity(Response response) {
        Response.Text text = (Response.Text) response;
        assertThat(text.mediaType()).isEqualTo("application/samlmetadata+xml");
        return Xml.read(
                EntityDescriptor.class, XmlReader.ofMetadata().read(text.body(), "The metadata"), "The metadata");
    }

    private static IDPSSODescriptor role(Response response) {
        return entity(response).getIDPSSODescriptor(SAMLConstants.SAML20P_NS);
    }
}
