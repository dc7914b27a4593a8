package org.gatewright.protocols.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatewright.protocols.saml.Server.assertRefused;
import static org.gatewright.protocols.saml.Server.base64;
import static org.gatewright.protocols.saml.Server.deflated;
import static org.gatewright.protocols.saml.Server.encode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** XML that nobody honest sends is refused before anything of it is done, by each binding. */
@Timeout(20)
class HostileXmlTest {

    @TempDir
    private Path folder;

    private final Server server = new Server();

    @BeforeEach
    void signIn() {
        server.context.signIn(server.ada);
    }

    private void assertRefusedByBoth(String xml, String sentence) {
        assertRefused(server.redirect(xml), sentence);
        assertRefused(server.post(xml), sentence);
    }

    @Test
    void noFileIsReadByAnEntity() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), Server.PARTY);
        String wish =
                Wish.redirect().content("<saml:Issuer>&file;</saml:Issuer>").xml();
        assertRefusedByBoth("<!DOCTYPE a [<!ENTITY file SYSTEM \"" + secret.toUri() + "\">]>" + wish, "document type");
    }

    @Test
    void nobodyIsAskedForAnEntity() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String there = "http://127.0.0.1:" + listener.getLocalPort() + "/x.dtd";
            for (String type : List.of(
                    "<!DOCTYPE a SYSTEM \"" + there + "\">",
                    "<!DOCTYPE a [<!ENTITY % x SYSTEM \"" + there + "\"> %x;]>",
                    "<!DOCTYPE a PUBLIC \"-//x\" \"" + there + "\">")) {
                assertRefusedByBoth(type + Wish.redirect().xml(), "document type");
            }
            listener.setSoTimeout(50);
            assertThat(org.assertj.core.api.Assertions.catchThrowable(listener::accept))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void entitiesThatMultiplyAreNotExpanded() {
        StringBuilder type = new StringBuilder("<!DOCTYPE a [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            type.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        String wish =
                Wish.redirect().content("<saml:Issuer>&a29;</saml:Issuer>").xml();
        assertRefusedByBoth(type + "]>" + wish, "document type");
        assertRefusedByBoth(wish, "no XML");
    }

    @Test
    void aDocumentTypeAloneIsRefused() {
        assertRefusedByBoth("<!DOCTYPE a>" + Wish.redirect().xml(), "document type");
    }

    @Test
    void aCommentInTheIssuerIsRefused() {
        for (String issuer : List.of(
                "https://wiki.example.org/<!-- -->saml",
                "https://wiki.example.org/saml<!-- -->.evil.example.net",
                "<!-- -->" + Server.PARTY,
                Server.PARTY + "<?x y?>",
                "<![CDATA[" + Server.PARTY + "]]>")) {
            assertRefusedByBoth(
                    Wish.redirect()
                            .content("<saml:Issuer>" + issuer + "</saml:Issuer>")
                            .xml(),
                    "a comment, a processing instruction or a CDATA section");
        }
    }

    @Test
    void aCommentAnywhereIsRefused() {
        String wish = Wish.redirect().xml();
        assertRefusedByBoth("<!-- -->" + wish, "a comment");
        assertRefusedByBoth(wish + "<!-- -->", "a comment");
        assertRefusedByBoth(
                Wish.redirect()
                        .containing("<samlp:Extensions><!-- --></samlp:Extensions>")
                        .xml(),
                "a comment");
        assertRefusedByBoth("<?xml-stylesheet href=\"http://127.0.0.1/x.xsl\"?>" + wish, "a processing instruction");
    }

    @Test
    void aDocumentThatIsDeepIsRefused() {
        assertRefusedByBoth(
                Wish.redirect()
                        .containing("<a>".repeat(3_000) + "</a>".repeat(3_000))
                        .xml(),
                "too large");
        assertRefusedByBoth(Wish.redirect().containing("<a/>".repeat(12_000)).xml(), "too large");
    }

    @Test
    void aRequestThatGrowsIsRefused() {
        String long1 = deflated(Wish.redirect()
                .containing("<a>" + " ".repeat(50_000_000) + "</a>")
                .xml());
        assertThat(long1.length()).isLessThan(100_000);
        assertRefused(server.redirected("SAMLRequest=" + encode(long1)), "too long");
        assertRefused(
                server.posted(Map.of(
                        "again", "1", "SAMLRequest", base64("x".repeat(200_000).getBytes(StandardCharsets.UTF_8)))),
                "too long");
    }

    @Test
    void aRequestThatAsksForTooMuchToRememberIsRefused() {
        String classes = ("<saml:AuthnContextClassRef>" + "x".repeat(149) + "</saml:AuthnContextClassRef>").repeat(9);
        String wish = Wish.redirect()
                .containing("<samlp:RequestedAuthnContext>" + classes + "</samlp:RequestedAuthnContext>")
                .xml();
        assertRefused(
                server.redirected("SAMLRequest=" + encode(deflated(wish)) + "&RelayState=" + "%C3%BC".repeat(300)),
                "too long together");
    }

    @Test
    void nothingWasSignedIn() {
        server.context.pass(Duration.ofSeconds(1));
        aDocumentTypeAloneIsRefused();
        assertThat(server.context.begun()).isEmpty();
        assertThat(server.context.audited()).isEmpty();
    }
}
