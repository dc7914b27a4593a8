package org.gatewright.protocols.saml.request;

import static org.gatewright.protocols.saml.xml.SamlError.REFUSED;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatewright.protocols.saml.xml.SignatureAlgorithm;
import org.opensaml.saml.saml2.core.AuthnRequest;
import org.opensaml.saml.security.impl.SAMLSignatureProfileValidator;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.signature.Signature;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureValidator;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The signature inside a request. There is one in the whole document, it is a child of the root and signs the root, and the root is all that is read: whoever moves
 * what was signed elsewhere, or wraps it, has a document that is refused.
 */
final class EnvelopedSignature {

    private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    private static final String XENC = "http://www.w3.org/2001/04/xmlenc#";
    private static final Set<String> ID_NAMES = Set.of("id", "Id", "ID", "xml:id");

    private EnvelopedSignature() {}

    /** Tells whether there is a signature anywhere in the document. */
    static boolean isIn(Element root) {
        return root.getElementsByTagNameNS(DS, "Signature").getLength() > 0;
    }

    /** Refuses a document whose signature could mean something else than it seems to. */
    static void checkShape(Element root) {
        List<Element> all = elements(root);
        require(count(all, "Signature") <= 1, "The request has more than one signature.");
        require(
                count(all, "Object") + count(all, "RetrievalMethod") + count(all, "Manifest") == 0
                        && all.stream().noneMatch(element -> XENC.equals(element.getNamespaceURI())),
                "The request has something in it that no request needs.");
        all.stream()
                .filter(element -> isSignature(element))
                .forEach(signature -> require(
                        signature.getParentNode() == root, "The signature of the request is in the wrong place."));
        requireDistinctIds(all);
    }

    /** Checks the algorithms and what is signed, and returns the signature. */
    static Signature checkProfile(AuthnRequest request, Element root) {
        Signature signature = request.getSignature();
        if (signature == null) {
            throw REFUSED.because("The signature of the request is in the wrong place.");
        }
        require(
                SignatureAlgorithm.of(String.valueOf(signature.getSignatureAlgorithm()))
                                .isPresent()
                        && digests(root).stream().allMatch(SignatureAlgorithm::isStrongDigest),
                "The signature of the request has an algorithm that is weak or unknown.");
        try {
            new SAMLSignatureProfileValidator().validate(signature);
            return signature;
        } catch (SignatureException e) {
            throw REFUSED.because("The signature of the request does not sign the request as SAML demands.", e);
        }
    }

    static boolean isBy(Signature signature, X509Certificate certificate) {
        try {
            SignatureValidator.validate(signature, new BasicX509Credential(certificate));
            return true;
        } catch (SignatureException e) {
            return false; // another key may have made it
        }
    }

    private static List<String> digests(Element root) {
        NodeList methods = root.getElementsByTagNameNS(DS, "DigestMethod");
        List<String> found = new ArrayList<>();
        for (int i = 0; i < methods.getLength(); i++) {
            found.add(((Element) methods.item(i)).getAttribute("Algorithm"));
        }
        return found;
    }

    private static void requireDistinctIds(List<Element> all) {
        Set<String> seen = new HashSet<>();
        for (Element element : all) {
            for (String name : ID_NAMES) {
                require(
                        !element.hasAttribute(name) || seen.add(element.getAttribute(name)),
                        "Two elements of the request have the same ID.");
            }
        }
    }

    private static List<Element> elements(Element root) {
        NodeList below = root.getElementsByTagName("*");
        List<Element> all = new ArrayList<>(List.of(root));
        for (int i = 0; i < below.getLength(); i++) {
            all.add((Element) below.item(i));
        }
        return all;
    }

    private static long count(List<Element> all, String name) {
        return all.stream()
                .filter(element -> DS.equals(element.getNamespaceURI()) && name.equals(element.getLocalName()))
                .count();
    }

    private static boolean isSignature(Element element) {
        return DS.equals(element.getNamespaceURI()) && "Signature".equals(element.getLocalName());
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw REFUSED.because(sentence);
        }
    }
}
