package org.gatewright.protocols.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatewright.protocols.saml.Server.assertRefused;
import static org.gatewright.protocols.saml.Server.deflated;
import static org.gatewright.protocols.saml.Server.encode;
import static org.gatewright.protocols.saml.Server.message;
import static org.gatewright.protocols.saml.Server.signedQuery;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With a certificate, only what the service provider signed counts. */
class SignedRequestTest {

    private static final String NOT_THEIRS = "is not that of this application";

    private final Server server = new Server();

    @BeforeEach
    void demand() {
        server.register(Map.of("verificationKp", Optional.of(Keys.PARTY.pem())));
        server.context.signIn(server.ada);
    }

    @Test
    void takesASignatureInTheMessage() {
        assertThat(message(server.post(Wish.post().signed(Keys.PARTY)))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"rsa-sha256, SHA256withRSA", "rsa-sha384, SHA384withRSA", "rsa-sha512, SHA512withRSA"})
    void takesASignatureBesideTheMessage(String name, String jcaName) {
        String algorithm = "http://www.w3.org/2001/04/xmldsig-more#" + name;
        assertThat(message(server.redirected(
                        signedQuery(Wish.redirect().xml(), Optional.of("a b"), Keys.PARTY, algorithm, jcaName))))
                .isNotNull();
    }

    @Test
    void takesASignatureOfACurve() {
        server.register(Map.of("verificationKp", Optional.of(Keys.CURVE.pem())));
        assertThat(message(server.redirected(signedQuery(
                        Wish.redirect().xml(),
                        Optional.empty(),
                        Keys.CURVE,
                        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
                        "SHA256withECDSAinP1363Format"))))
                .isNotNull();
    }

    /** Some write escapes in lower case, and the signature is over what they wrote. */
    @Test
    void checksTheAddressAsItWasSent() {
        String content =
                lowered("SAMLRequest=" + encode(deflated(Wish.redirect().xml())) + "&RelayState="
                        + encode("https://wiki.example.org/?a=b") + "&SigAlg=" + encode(Wish.RSA_SHA256));
        String signature = encode(Server.base64(Server.sign(content, Keys.PARTY, "SHA256withRSA")));

        assertThat(message(server.redirected(content + "&Signature=" + signature)))
                .isNotNull();
    }

    @Test
    void refusesARequestWithoutASignature() {
        assertRefused(server.redirect(Wish.redirect().xml()), "is not signed");
        assertRefused(server.post(Wish.post().xml()), "is not signed");
    }

    @Test
    void refusesASignatureOfAnother() {
        assertRefused(server.post(Wish.post().signed(Keys.RIVAL)), NOT_THEIRS);
        assertRefused(
                server.redirected(signedQuery(
                        Wish.redirect().xml(), Optional.empty(), Keys.RIVAL, Wish.RSA_SHA256, "SHA256withRSA")),
                NOT_THEIRS);
    }

    @Test
    void refusesWhatWasChangedAfterwards() {
        String signed = Wish.post().signed(Keys.PARTY);
        assertRefused(server.post(signed.replace("Version=", "ForceAuthn=\"true\" Version=")), NOT_THEIRS);
        String query =
                signedQuery(Wish.redirect().xml(), Optional.of("state"), Keys.PARTY, Wish.RSA_SHA256, "SHA256withRSA");
        assertRefused(server.redirected(query.replace("RelayState=state", "RelayState=other")), NOT_THEIRS);
        assertRefused(server.redirected(query.replace("&RelayState=state", "")), NOT_THEIRS);
        assertRefused(
                server.redirected(query.replaceAll(
                        "SAMLRequest=[^&]*",
                        "SAMLRequest="
                                + encode(deflated(Wish.redirect().id("_other").xml())))),
                NOT_THEIRS);
    }

    @Test
    void refusesHalfASignatureAndOneThatIsHidden() {
        String query =
                signedQuery(Wish.redirect().xml(), Optional.empty(), Keys.PARTY, Wish.RSA_SHA256, "SHA256withRSA");
        assertRefused(server.redirected(query.replaceAll("&SigAlg=[^&]*", "")), "come together");
        assertRefused(server.redirected(query.replaceAll("&Signature=[^&]*", "")), "come together");
        assertRefused(server.redirected(query.replaceAll("Signature=[^&]*", "Signature=AAAA")), NOT_THEIRS);
        assertRefused(server.redirected(query.replace("SigAlg=", "Sig%41lg=")), "is encoded");
        assertRefused(server.redirected(query + "&SAMLRequest=x"), "more than once");
        assertRefused(server.redirected(query + "&SigAlg=x"), "more than once");
    }

    @Test
    void refusesWeakAlgorithms() {
        String weak = "weak or unknown";
        assertRefused(
                server.redirected(
                        signedQuery(Wish.redirect().xml(), Optional.empty(), Keys.PARTY, Wish.RSA_SHA1, "SHA1withRSA")),
                weak);
        assertRefused(
                server.redirected(signedQuery(
                        Wish.redirect().xml(),
                        Optional.empty(),
                        Keys.PARTY,
                        "http://www.w3.org/2001/04/xmldsig-more#rsa-md5",
                        "MD5withRSA")),
                weak);
        String xml = Wish.post().xml();
        assertRefused(server.post(Wish.signed(xml, "_wish-1", Keys.PARTY, Wish.RSA_SHA1, Wish.SHA256)), weak);
        assertRefused(server.post(Wish.signed(xml, "_wish-1", Keys.PARTY, Wish.RSA_SHA256, Wish.SHA1)), weak);
    }

    /** A signature over no more than a public certificate would be one that everybody can make. */
    @Test
    void refusesASymmetricSignature() {
        String signed = Wish.post()
                .signed(Keys.PARTY)
                .replace(Wish.RSA_SHA256, "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256");
        assertRefused(server.post(signed), "weak or unknown");
    }

    @Test
    void refusesAKeyOfAnotherKindThanTheAlgorithm() {
        assertRefused(
                server.redirected(signedQuery(
                        Wish.redirect().xml(),
                        Optional.empty(),
                        Keys.CURVE,
                        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
                        "SHA256withECDSAinP1363Format")),
                NOT_THEIRS);
    }

    @Test
    void refusesASignedRequestWithoutDestination() {
        assertRefused(server.post(Wish.post().attributes("").signed(Keys.PARTY)), "does not say where it goes");
    }

    @Test
    void whatIsThereMustBeGoodEvenIfNothingHasToBeSigned() {
        server.register(Map.of("metadata", Optional.of(Metadata.of(Keys.PARTY, false))));
        assertThat(message(server.redirect(Wish.redirect().xml()))).isNotNull();
        assertRefused(server.post(Wish.post().id("_2").signed(Keys.RIVAL)), NOT_THEIRS);
        assertThat(message(server.post(Wish.post().id("_3").signed(Keys.PARTY))))
                .isNotNull();
    }

    @Test
    void theMetadataMayDemandSignatures() {
        server.register(Map.of("metadata", Optional.of(Metadata.of(Keys.PARTY, true))));
        assertRefused(server.redirect(Wish.redirect().xml()), "is not signed");
    }

    private static String lowered(String query) {
        return Pattern.compile("%[0-9A-F]{2}").matcher(query).replaceAll(found -> found.group()
                .toLowerCase(Locale.ROOT));
    }
}
