package org.gatewright.protocols.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatewright.protocols.saml.Server.assertRefused;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Signature wrapping: a signed request is moved to another place of a document, and a request of the attacker takes its place. The eight variants are those of “On
 * Breaking SAML” (Somorovsky and others, 2012), which were found with assertions in responses.
 */
class WrappingTest {

    private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    private static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";

    private final Server server = new Server();

    @BeforeEach
    void demand() {
        server.register(Map.of("verificationKp", Optional.of(Keys.PARTY.pem())));
        server.context.signIn(server.ada);
    }

    /** The signed request, the signature in it, and one of the attacker with another ID that asks for something else. */
    private static final class Pieces {
        final Document document = Wish.parse(Wish.post().signed(Keys.PARTY));
        final Element signed = document.getDocumentElement();
        final Element signature =
                (Element) signed.getElementsByTagNameNS(DS, "Signature").item(0);
        final Element evil;

        Pieces(String evilId) {
            Node other = Wish.parse(
                            Wish.post().id(evilId).with("ForceAuthn=\"false\"").xml())
                    .getDocumentElement();
            evil = (Element) document.importNode(other, true);
        }

        Element copyWithoutSignature() {
            Element copy = (Element) signed.cloneNode(true);
            copy.removeChild(copy.getElementsByTagNameNS(DS, "Signature").item(0));
            return copy;
        }

        void evilIsRoot() {
            document.replaceChild(evil, signed);
        }

        Element extensions() {
            Element extensions = document.createElementNS(PROTOCOL, "samlp:Extensions");
            evil.appendChild(extensions);
            return extensions;
        }

        Element object() {
            Element object = document.createElementNS(DS, "ds:Object");
            signature.appendChild(object);
            return object;
        }
    }

    private void assertVariantRefused(Pieces pieces) {
        assertThat(server.context.begun()).isEmpty();
        assertRefused(server.post(Wish.text(pieces.document)), ".");
        assertThat(server.context.begun()).isEmpty();
    }

    /** The evil root wraps the signed request as a sibling of a signature that it has taken over. */
    @Test
    void xsw1TheSignedOneInTheSignatureOfTheEvilRoot() {
        Pieces pieces = new Pieces("_evil");
        Element copy = pieces.copyWithoutSignature();
        pieces.evilIsRoot();
        pieces.evil.insertBefore(pieces.signature, pieces.evil.getFirstChild().getNextSibling());
        pieces.signature.appendChild(copy);
        assertVariantRefused(pieces);
    }

    /** The same with the signature and what it signs beside each other. */
    @Test
    void xsw2TheSignedOneBesideTheSignature() {
        Pieces pieces = new Pieces("_evil");
        Element copy = pieces.copyWithoutSignature();
        pieces.evilIsRoot();
        pieces.evil.appendChild(copy);
        pieces.evil.appendChild(pieces.signature);
        assertVariantRefused(pieces);
    }

    @Test
    void xsw3TheEvilOneBeforeTheSignedOne() {
        Pieces pieces = new Pieces("_evil");
        Element root = pieces.document.createElementNS(PROTOCOL, "samlp:Extensions");
        pieces.document.replaceChild(root, pieces.signed);
        root.appendChild(pieces.evil);
        root.appendChild(pieces.signed);
        assertVariantRefused(pieces);
    }

    @Test
    void xsw4TheSignedOneInsideTheEvilOne() {
        Pieces pieces = new Pieces("_evil");
        pieces.evilIsRoot();
        pieces.evil.appendChild(pieces.signed);
        assertVariantRefused(pieces);
    }

    @Test
    void xsw5TheSignatureStaysAndTheSignedOneGoesToTheEnd() {
        Pieces pieces = new Pieces("_evil");
        Element copy = pieces.copyWithoutSignature();
        pieces.evilIsRoot();
        pieces.evil.insertBefore(pieces.signature, pieces.evil.getFirstChild().getNextSibling());
        pieces.evil.appendChild(copy);
        assertVariantRefused(pieces);
    }

    @Test
    void xsw6TheSignedOneInTheSignature() {
        Pieces pieces = new Pieces("_evil");
        Element copy = pieces.copyWithoutSignature();
        pieces.evilIsRoot();
        pieces.evil.appendChild(pieces.signature);
        pieces.signature.insertBefore(copy, pieces.signature.getFirstChild());
        assertVariantRefused(pieces);
    }

    @Test
    void xsw7TheSignedOneInExtensions() {
        Pieces pieces = new Pieces("_evil");
        pieces.evilIsRoot();
        pieces.extensions().appendChild(pieces.signed);
        assertVariantRefused(pieces);
    }

    @Test
    void xsw8TheSignedOneInAnObjectOfTheSignature() {
        Pieces pieces = new Pieces("_evil");
        Element copy = pieces.copyWithoutSignature();
        pieces.evilIsRoot();
        pieces.evil.insertBefore(pieces.signature, pieces.evil.getFirstChild().getNextSibling());
        pieces.object().appendChild(copy);
        assertVariantRefused(pieces);
    }

    /** Two elements of one ID: which one is signed depends on who looks. */
    @Test
    void theSameIdTwice() {
        for (int place = 0; place < 2; place++) {
            Pieces pieces = new Pieces("_wish-1");
            Element copy = pieces.copyWithoutSignature();
            pieces.evilIsRoot();
            pieces.evil.insertBefore(
                    pieces.signature, pieces.evil.getFirstChild().getNextSibling());
            (place == 0 ? pieces.extensions() : pieces.evil).appendChild(copy);
            assertVariantRefused(pieces);
        }
    }

    @Test
    void twoSignatures() {
        Pieces pieces = new Pieces("_evil");
        pieces.signed.appendChild(pieces.signature.cloneNode(true));
        assertVariantRefused(pieces);
    }

    /** An XPath or an XSLT could choose to sign nothing, or run. */
    @Test
    void transformsThatAreNotNeeded() {
        for (String transform : java.util.List.of(
                "http://www.w3.org/TR/1999/REC-xslt-19991116",
                "http://www.w3.org/TR/1999/REC-xpath-19991116",
                "http://www.w3.org/2002/06/xmldsig-filter2")) {
            Pieces pieces = new Pieces("_evil");
            Element first = (Element)
                    pieces.signature.getElementsByTagNameNS(DS, "Transform").item(1);
            first.setAttribute("Algorithm", transform);
            assertVariantRefused(pieces);
        }
    }

    @Test
    void aReferenceToSomethingElse() {
        for (String uri : java.util.List.of("#_other", "http://127.0.0.1:1/x", "file:///etc/passwd", "#xpointer(/)")) {
            Pieces pieces = new Pieces("_evil");
            Element reference = (Element)
                    pieces.signature.getElementsByTagNameNS(DS, "Reference").item(0);
            reference.setAttribute("URI", uri);
            assertVariantRefused(pieces);
        }
    }

    @Test
    void aReferenceMore() {
        Pieces pieces = new Pieces("_evil");
        Element reference = (Element)
                pieces.signature.getElementsByTagNameNS(DS, "Reference").item(0);
        reference.getParentNode().appendChild(reference.cloneNode(true));
        assertVariantRefused(pieces);
    }

    @Test
    void aKeyFromElsewhere() {
        Pieces pieces = new Pieces("_evil");
        Element info = pieces.document.createElementNS(DS, "ds:KeyInfo");
        Element retrieval = pieces.document.createElementNS(DS, "ds:RetrievalMethod");
        retrieval.setAttribute("URI", "http://127.0.0.1:1/key");
        info.appendChild(retrieval);
        pieces.signature.appendChild(info);
        assertVariantRefused(pieces);
    }
}
