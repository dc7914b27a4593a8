package org.gatewright.protocols.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatewright.protocols.saml.Server.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.protocols.saml.settings.NameIdSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensaml.core.xml.schema.XSString;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Attribute;
import org.opensaml.saml.saml2.core.NameID;
import org.opensaml.saml.saml2.core.NameIDType;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.saml.saml2.core.StatusCode;
import org.opensaml.saml.saml2.core.SubjectConfirmation;
import org.opensaml.saml.saml2.core.SubjectConfirmationData;
import org.opensaml.saml.saml2.encryption.Decrypter;
import org.opensaml.saml.security.impl.SAMLSignatureProfileValidator;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.encryption.support.InlineEncryptedKeyResolver;
import org.opensaml.xmlsec.keyinfo.impl.StaticKeyInfoCredentialResolver;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureValidator;

/** What a service provider gets, as the validators of the library see it. */
class ResponseTest {

    private static final Instant NOW = Instant.parse(Server.NOW);

    private final Server server = new Server();

    @BeforeEach
    void signIn() {
        server.context.signIn(server.ada);
    }

    private Response response() {
        return message(server.redirect(Wish.redirect().xml()));
    }

    private Assertion assertion() {
        return response().getAssertions().get(0);
    }

    @Test
    void isForTheOneWhoAskedAndForAShortTime() {
        Response response = response();
        assertThat(response.getStatus().getStatusCode().getValue()).isEqualTo(StatusCode.SUCCESS);
        assertThat(response.getDestination()).isEqualTo(Server.ACS);
        assertThat(response.getInResponseTo()).isEqualTo("_wish-1");
        assertThat(response.getIssuer().getValue()).isEqualTo(Server.OWN);
        assertThat(response.getIssueInstant()).isEqualTo(NOW);

        Assertion assertion = response.getAssertions().get(0);
        assertThat(assertion.getIssuer().getValue()).isEqualTo(Server.OWN);
        assertThat(assertion.getID()).matches("_[0-9a-f]{40}").isNotEqualTo(response.getID());
        assertThat(assertion.getConditions().getNotBefore()).isEqualTo(NOW.minus(Duration.ofMinutes(5)));
        assertThat(assertion.getConditions().getNotOnOrAfter()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
        assertThat(assertion.getConditions().getAudienceRestrictions())
                .singleElement()
                .satisfies(one -> assertThat(one.getAudiences())
                        .singleElement()
                        .satisfies(audience -> assertThat(audience.getURI()).isEqualTo(Server.PARTY)));
    }

    @Test
    void confirmsTheSubjectForOneAddressAndOneRequest() {
        SubjectConfirmation confirmation =
                assertion().getSubject().getSubjectConfirmations().get(0);
        SubjectConfirmationData data = confirmation.getSubjectConfirmationData();
        assertThat(confirmation.getMethod()).isEqualTo(SubjectConfirmation.METHOD_BEARER);
        assertThat(data.getRecipient()).isEqualTo(Server.ACS);
        assertThat(data.getInResponseTo()).isEqualTo("_wish-1");
        assertThat(data.getNotOnOrAfter()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
        assertThat(data.getNotBefore()).isNull();
    }

    @Test
    void tellsOfTheSession() {
        var statement = assertion().getAuthnStatements().get(0);
        assertThat(statement.getAuthnInstant()).isEqualTo(NOW);
        assertThat(statement.getSessionIndex()).matches("_[0-9a-f]{64}");
        assertThat(statement.getSessionIndex())
                .doesNotContain(server.context.session().orElseThrow().id().toString());
        assertThat(statement.getSessionNotOnOrAfter()).isEqualTo(NOW.plus(Duration.ofDays(60)));
    }

    @Test
    void isSignedByTheServerAsTheSettingsSay() throws Exception {
        for (String hash : List.of("256", "384", "512")) {
            String signature = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha" + hash;
            String digest = hash.equals("384")
                    ? SignatureConstants.ALGO_ID_DIGEST_SHA384
                    : "http://www.w3.org/2001/04/xmlenc#sha" + hash;
            server.register(Map.of("signatureAlgorithm", signature, "digestAlgorithm", digest, "signResponse", true));
            Response response =
                    message(server.redirect(Wish.redirect().id("_" + hash).xml()));
            Assertion assertion = response.getAssertions().get(0);
            verify(response);
            verify(assertion);
            assertThat(assertion.getSignature().getSignatureAlgorithm()).isEqualTo(signature);
            assertThat(org.opensaml.core.xml.util.XMLObjectSupport.marshall(response)
                            .getElementsByTagNameNS(SignatureConstants.XMLSIG_NS, "DigestMethod")
                            .item(0)
                            .getAttributes()
                            .getNamedItem("Algorithm")
                            .getNodeValue())
                    .isEqualTo(digest);
        }
    }

    @Test
    void signsWhatTheSettingsSay() {
        Response usual = response();
        assertThat(usual.isSigned()).isFalse();
        assertThat(usual.getAssertions().get(0).isSigned()).isTrue();

        server.register(Map.of("signAssertion", false, "signResponse", true));
        Response other = message(server.redirect(Wish.redirect().id("_2").xml()));
        assertThat(other.isSigned()).isTrue();
        assertThat(other.getAssertions().get(0).isSigned()).isFalse();
    }

    @Test
    void encryptsForTheServiceProviderAlone() throws Exception {
        server.register(Map.of("encryptAssertion", true, "encryptionKp", Optional.of(Keys.PARTY.pem())));
        String xml = Server.answered(server.redirect(Wish.redirect().xml()));
        assertThat(xml).doesNotContain("ada@example.org").doesNotContain("<saml2:Assertion");

        Response response = message(server.redirect(Wish.redirect().id("_2").xml()));
        assertThat(response.getAssertions()).isEmpty();
        Decrypter decrypter = new Decrypter(
                null,
                new StaticKeyInfoCredentialResolver(
                        new BasicX509Credential(Keys.PARTY.certificate(), Keys.PARTY.key())),
                new InlineEncryptedKeyResolver());
        decrypter.setRootInNewDocument(true);
        Assertion assertion =
                decrypter.decrypt(response.getEncryptedAssertions().get(0));
        verify(assertion);
        assertThat(assertion.getSubject().getNameID().getValue()).isNotEmpty();
    }

    @Test
    void aFailureIsSignedAndSaysNothingOfTheUser() throws Exception {
        Response response = message(server.redirect(Wish.redirect()
                .containing("<samlp:NameIDPolicy Format=\"urn:x\"/>")
                .xml()));
        verify(response);
        assertThat(response.getAssertions()).isEmpty();
        assertThat(response.getStatus().getStatusMessage().getValue()).isNotEmpty();
    }

    @Test
    void namesUsersInTheFormatThatIsAskedFor() {
        assertThat(named(NameIDType.EMAIL).getValue()).isEqualTo("ada@example.org");
        NameID persistent = named(NameIDType.PERSISTENT);
        assertThat(persistent.getValue())
                .matches("[0-9a-f]{64}")
                .isEqualTo(named(NameIDType.PERSISTENT).getValue());
        assertThat(persistent.getSPNameQualifier()).isEqualTo(Server.PARTY);
        assertThat(persistent.getNameQualifier()).isEqualTo(Server.OWN);
        assertThat(named(NameIDType.TRANSIENT).getValue())
                .isNotEqualTo(named(NameIDType.TRANSIENT).getValue());
        assertThat(named(NameIDType.UNSPECIFIED).getFormat()).isEqualTo(NameIDType.UNSPECIFIED);
    }

    @Test
    void namesUsersByWhatTheSettingsSayWhateverIsAskedFor() {
        for (String asked : List.of(NameIDType.TRANSIENT, NameIDType.PERSISTENT, NameIDType.UNSPECIFIED)) {
            server.register(Map.of("nameId", NameIdSource.EMAIL));
            assertThat(named(asked).getValue()).isEqualTo("ada@example.org");
            assertThat(named(asked).getFormat()).isEqualTo(NameIDType.EMAIL);
            server.register(Map.of("nameId", NameIdSource.USERNAME));
            assertThat(named(asked).getValue()).isEqualTo("ada");
            assertThat(named(asked).getFormat()).isEqualTo(NameIDType.UNSPECIFIED);
            server.register(Map.of("nameId", NameIdSource.UID));
            assertThat(named(asked).getFormat()).isEqualTo(NameIDType.PERSISTENT);
        }
    }

    @Test
    void nobodyIsNamedByWhatTheyDoNotHave() {
        server.register(Map.of("nameId", NameIdSource.UPN));
        assertThat(Server.status(server.redirect(Wish.redirect().xml())))
                .containsExactly(StatusCode.REQUESTER, StatusCode.INVALID_NAMEID_POLICY);
    }

    @Test
    void tellsTheUsualAttributes() {
        Map<String, List<String>> told = attributes(assertion());
        assertThat(told)
                .containsEntry("http://schemas.xmlsoap.org/claims/Group", List.of("staff", "wiki & co"))
                .containsEntry(
                        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
                        List.of("ada@example.org"))
                .containsEntry("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name", List.of("User ada"))
                .containsEntry("http://schemas.goauthentik.io/2021/02/saml/username", List.of("ada"))
                .hasSize(7);
    }

    private NameID named(String format) {
        String policy = "<samlp:NameIDPolicy AllowCreate=\"true\" Format=\"" + format + "\"/>";
        String id = "_" + System.nanoTime();
        return message(server.redirect(Wish.redirect().id(id).containing(policy).xml()))
                .getAssertions()
                .get(0)
                .getSubject()
                .getNameID();
    }

    private static Map<String, List<String>> attributes(Assertion assertion) {
        return assertion.getAttributeStatements().get(0).getAttributes().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Attribute::getName, attribute -> attribute.getAttributeValues().stream()
                                .map(value -> ((XSString) value).getValue())
                                .toList()));
    }

    private void verify(org.opensaml.saml.common.SignableSAMLObject object) throws SignatureException {
        new SAMLSignatureProfileValidator().validate(object.getSignature());
        SignatureValidator.validate(
                object.getSignature(),
                new BasicX509Credential(server.keys.active(Optional.empty()).certificate()));
    }
}
