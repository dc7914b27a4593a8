package org.gatewright.protocols.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.protocols.saml.settings.SamlSettings;
import org.gatewright.testkit.settings.DefaultSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which settings are taken. */
class SettingsTest {

    private final Server server = new Server();

    private static SamlSettings settings(Map<String, ?> given) {
        Map<String, Object> all =
                new HashMap<>(Map.of("acsUrl", Optional.of(Server.ACS), "audience", Optional.of(Server.PARTY)));
        all.putAll(given);
        return DefaultSettings.of(SamlSettings.class, all);
    }

    private Map<String, List<String>> problems(Map<String, ?> given) {
        return server.protocol.problems(settings(given));
    }

    @Test
    void takesAddressAndAudienceOrMetadata() {
        assertThat(problems(Map.of())).isEmpty();
        assertThat(problems(Map.of(
                        "acsUrl",
                        Optional.of(" "),
                        "audience",
                        Optional.empty(),
                        "metadata",
                        Optional.of(Metadata.of(Keys.PARTY, true)))))
                .isEmpty();
        assertThat(problems(Map.of("acsUrl", Optional.empty(), "audience", Optional.empty())))
                .containsOnlyKeys("acs_url", "audience");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "/saml/acs",
                "https:///acs",
                "https://sp.example.org/acs#x",
                "https://user@sp.example.org/acs",
                "not an address"
            })
    void refusesAnAddressThatNobodyMayBeSentTo(String address) {
        assertThatThrownBy(() -> settings(Map.of("acsUrl", Optional.of(address))))
                .hasRootCauseMessage(
                        "an ACS URL is an address of the web without a fragment, such as https://sp.example.org/saml/acs");
        assertThatThrownBy(() -> settings(Map.of("acsUrls", List.of(address))))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
        String metadata = Metadata.of(Keys.PARTY, false).replace(Server.ACS, address);
        assertThat(problems(Map.of("metadata", Optional.of(metadata))).get("metadata"))
                .singleElement()
                .asString()
                .contains("no address of the web");
    }

    @Test
    void refusesResponsesThatNobodyCouldTrust() {
        assertThatThrownBy(() -> settings(Map.of("signAssertion", false)))
                .hasRootCauseMessage("sign_assertion or sign_response must be on: nobody could trust the rest");
        assertThatThrownBy(() -> settings(Map.of("assertionValidNotOnOrAfter", Duration.ofDays(2))))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings(Map.of("clockSkew", Duration.ofHours(1))))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhatIsWrongWithMetadata() {
        String good = Metadata.of(Keys.PARTY, false);
        assertMetadata("hello", "no XML");
        assertMetadata("<!DOCTYPE a [<!ENTITY x \"y\">]>" + good.substring(good.indexOf("<md")), "document type");
        assertMetadata("<a/>", "no message of SAML");
        assertMetadata(good.replace("EntityDescriptor", "EntitiesDescriptor"), "no EntityDescriptor");
        assertMetadata(good.replaceAll("entityID=\"[^\"]*\"", ""), "no entity ID");
        assertMetadata(good.replace("SPSSODescriptor", "IDPSSODescriptor"), "not that of a service provider");
        assertMetadata(good.replace("HTTP-POST", "PAOS"), "no AssertionConsumerService");
        assertMetadata(good.replaceAll("(?s)<ds:X509Certificate>.*?<", "<ds:X509Certificate>AAAA<"), "cannot be read");
        assertMetadata(
                Metadata.of(Keys.PARTY, true).replaceAll("(?s)<md:KeyDescriptor>.*</md:KeyDescriptor>", ""),
                "has no certificate");
    }

    @Test
    void saysWhatIsWrongWithCertificates() {
        assertThat(problems(Map.of("verificationKp", Optional.of("AAAA")))).containsOnlyKeys("verification_kp");
        assertThat(problems(Map.of("encryptionKp", Optional.of("AAAA")))).containsOnlyKeys("encryption_kp");
        assertThat(problems(Map.of("encryptionKp", Optional.of(Keys.CURVE.pem()))))
                .containsOnlyKeys("encryption_kp");
        assertThat(problems(Map.of("encryptAssertion", true))).containsOnlyKeys("encrypt_assertion");
    }

    private void assertMetadata(String metadata, String sentence) {
        assertThat(problems(Map.of("metadata", Optional.of(metadata))).get("metadata"))
                .as(sentence)
                .singleElement()
                .asString()
                .contains(sentence);
    }
}
