package org.gatewright.protocols.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.gatewright.libs.opensaml.OpenSaml;
import org.gatewright.protocols.saml.settings.SamlSettings;
import org.gatewright.protocols.saml.xml.Xml;
import org.gatewright.protocols.saml.xml.XmlReader;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.mapping.Bindings;
import org.gatewright.spi.mapping.Expressions;
import org.gatewright.spi.mapping.Script;
import org.gatewright.spi.mapping.TextError;
import org.gatewright.spi.mapping.Vocabulary;
import org.gatewright.spi.protocol.FlowOutcome;
import org.gatewright.spi.protocol.Provider;
import org.gatewright.testkit.directory.FakeDirectory;
import org.gatewright.testkit.directory.TestUsers;
import org.gatewright.testkit.protocol.FakePages;
import org.gatewright.testkit.protocol.FakeProtocolContext;
import org.gatewright.testkit.protocol.TestRequest;
import org.gatewright.testkit.session.FakeCertifiedKeys;
import org.gatewright.testkit.settings.DefaultSettings;
import org.opensaml.core.config.InitializationException;

/** A server with the application {@code wiki}, whose service provider is {@link #PARTY}, and the user ada. Consent is given without asking. */
final class Server {

    static final String NOW = "2026-06-01T12:00:00Z";
    static final String PARTY = "https://wiki.example.org/saml";
    static final String ACS = "https://wiki.example.org/saml/acs";
    static final String OWN = "https://id.example.org/application/saml/wiki/metadata/";
    static final String REDIRECT = "https://id.example.org/application/saml/wiki/sso/binding/redirect/";
    static final String POST = "https://id.example.org/application/saml/wiki/sso/binding/post/";

    static {
        try {
            OpenSaml.initialize();
        } catch (InitializationException e) {
            throw new IllegalStateException(e);
        }
    }

    final User ada = TestUsers.active("ada");
    final FakeDirectory directory =
            new FakeDirectory().with(ada).member(ada, "staff").member(ada, "wiki & co");
    final FakeProtocolContext context = new FakeProtocolContext();
    final FakeCertifiedKeys keys = new FakeCertifiedKeys();
    final SamlProtocol protocol = new SamlProtocol(directory, new NoLanguage(), keys);

    Server() {
        context.flows(request -> request.flow().equals("authorization")
                ? FakePages.finished(request, completed(), protocol, contextOf())
                : FakePages.page(request));
        register(Map.of());
    }

    /** Registers the application, or changes it. */
    Provider<SamlSettings> register(Map<String, ?> settings) {
        Map<String, Object> given = new HashMap<>(Map.of("acsUrl", Optional.of(ACS), "audience", Optional.of(PARTY)));
        given.putAll(settings);
        Provider<SamlSettings> provider = new Provider<>(
                UUID.nameUUIDFromBytes("wiki".getBytes(StandardCharsets.UTF_8)),
                "wiki",
                DefaultSettings.of(SamlSettings.class, given),
                Optional.of("wiki"),
                "The wiki",
                "authentication",
                "authorization",
                "invalidation");
        context.with(provider);
        return provider;
    }

    static FlowOutcome completed() {
        return new FlowOutcome.Completed(JsonObject.empty());
    }

    Response redirect(String xml) {
        return redirected("SAMLRequest=" + encode(deflated(xml)));
    }

    /** Sends a query as it is. */
    Response redirected(String query) {
        return protocol.handle(
                TestRequest.get("/application/saml/wiki/sso/binding/redirect/")
                        .path("application", "wiki")
                        .rawQuery(query)
                        .build(),
                context);
    }

    /** Posts from a page of ours, as the first form of another site only leads to one. */
    Response post(String xml) {
        return posted(Map.of("SAMLRequest", base64(xml.getBytes(StandardCharsets.UTF_8)), "again", "1"));
    }

    Response posted(Map<String, String> form) {
        return protocol.handle(
                TestRequest.post("/application/saml/wiki/sso/binding/post/")
                        .path("application", "wiki")
                        .with(form)
                        .build(),
                context);
    }

    Response get(String end) {
        return protocol.handle(
                TestRequest.get("/application/saml/wiki/" + end)
                        .path("application", "wiki")
                        .build(),
                context);
    }

    /** The query of a request that is signed beside the message. */
    static String signedQuery(String xml, Optional<String> relayState, Keys keys, String algorithm, String jcaName) {
        String content = "SAMLRequest=" + encode(deflated(xml))
                + relayState.map(state -> "&RelayState=" + encode(state)).orElse("") + "&SigAlg=" + encode(algorithm);
        return content + "&Signature=" + encode(base64(sign(content, keys, jcaName)));
    }

    static byte[] sign(String content, Keys keys, String jcaName) {
        try {
            Signature signature = Signature.getInstance(jcaName);
            signature.initSign(keys.key());
            signature.update(content.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String deflated(String xml) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out =
                new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            out.write(xml.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return base64(bytes.toByteArray());
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Returns the XML that goes to the service provider. */
    static String answered(Response response) {
        assertThat(response).as("%s", response).isInstanceOf(Response.AutoSubmit.class);
        Response.AutoSubmit form = (Response.AutoSubmit) response;
        assertThat(form.to()).hasToString(ACS);
        return new String(Base64.getDecoder().decode(form.fields().get("SAMLResponse")), StandardCharsets.UTF_8);
    }

    static org.opensaml.saml.saml2.core.Response message(Response response) {
        return Xml.read(
                org.opensaml.saml.saml2.core.Response.class,
                XmlReader.ofMessages().read(answered(response), "The response"),
                "The response");
    }

    /** Returns the codes of the status, from the outside in. */
    static List<String> status(Response response) {
        var code = message(response).getStatus().getStatusCode();
        return code.getStatusCode() == null
                ? List.of(code.getValue())
                : List.of(code.getValue(), code.getStatusCode().getValue());
    }

    /** The request is refused by a page that says so. */
    static void assertRefused(Response response, String sentence) {
        assertThat(response).as("%s", response).isInstanceOf(Response.ErrorPage.class);
        Response.ErrorPage page = (Response.ErrorPage) response;
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.message()).contains(sentence);
    }

    private FakeProtocolContext contextOf() {
        return context;
    }

    /** Nobody needs a language for the usual attributes. */
    private static final class NoLanguage implements Expressions {
        @Override
        public List<TextError> check(Script script, Vocabulary vocabulary) {
            throw new AssertionError(script);
        }

        @Override
        public Result evaluate(Script script, Vocabulary vocabulary, Bindings bindings) {
            throw new AssertionError(script);
        }
    }
}
