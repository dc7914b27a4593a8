package org.gatewright.protocols.saml;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** An authentication request as a service provider writes it, by the XML signatures of Java itself: another hand than the one that reads it. */
record Wish(String id, String attributes, String content) {

    static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    static final String RSA_SHA1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";
    static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    static final String SHA1 = "http://www.w3.org/2000/09/xmldsig#sha1";
    static final String NAMES =
            "xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\"";
    static final String ISSUER = "<saml:Issuer>" + Server.PARTY + "</saml:Issuer>";

    /** A request that is in order, for the address of the binding. */
    static Wish of(String destination) {
        return new Wish("_wish-1", "Destination=\"" + destination + "\"", ISSUER);
    }

    static Wish redirect() {
        return of(Server.REDIRECT);
    }

    static Wish post() {
        return of(Server.POST);
    }

    Wish id(String other) {
        return new Wish(other, attributes, content);
    }

    /** Adds attributes. */
    Wish with(String more) {
        return new Wish(id, attributes + " " + more, content);
    }

    /** With these attributes beside the usual ones and no others. */
    Wish attributes(String all) {
        return new Wish(id, all, content);
    }

    /** Adds elements behind the issuer. */
    Wish containing(String elements) {
        return new Wish(id, attributes, content + elements);
    }

    Wish content(String all) {
        return new Wish(id, attributes, all);
    }

    String xml() {
        String time = attributes.contains("IssueInstant") ? "" : "IssueInstant=\"" + Server.NOW + "\" ";
        String version = attributes.contains("Version") ? "" : "Version=\"2.0\" ";
        return "<samlp:AuthnRequest " + NAMES + " ID=\"" + id + "\" " + version + time + attributes + ">" + content
                + "</samlp:AuthnRequest>";
    }

    String signed(Keys keys) {
        return signed(xml(), id, keys, RSA_SHA256, SHA256);
    }

    /** Signs the element with the ID; the signature is behind the first child of the root. */
    static String signed(String xml, String id, Keys keys, String algorithm, String digest) {
        try {
            Document document = parse(xml);
            Element root = document.getDocumentElement();
            root.setIdAttribute("ID", true);
            XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
            Reference reference = factory.newReference(
                    "#" + id,
                    factory.newDigestMethod(digest, null),
                    List.of(
                            factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                            factory.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
                    null,
                    null);
            SignedInfo info = factory.newSignedInfo(
                    factory.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                    factory.newSignatureMethod(algorithm, null),
                    List.of(reference));
            Node behindIssuer = root.getFirstChild().getNextSibling();
            DOMSignContext context = behindIssuer == null
                    ? new DOMSignContext(keys.key(), root)
                    : new DOMSignContext(keys.key(), root, behindIssuer);
            context.setDefaultNamespacePrefix("ds");
            context.putNamespacePrefix("http://www.w3.org/2000/09/xmldsig#", "ds");
            context.setProperty("org.jcp.xml.dsig.secureValidation", Boolean.FALSE);
            factory.newXMLSignature(info, null).sign(context);
            return text(document);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static Document parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(Node node) {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter out = new StringWriter();
            transformer.transform(new DOMSource(node), new StreamResult(out));
            return out.toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
