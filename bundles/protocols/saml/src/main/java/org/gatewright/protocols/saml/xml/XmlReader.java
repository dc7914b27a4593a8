package org.gatewright.protocols.saml.xml;

import static org.gatewright.protocols.saml.xml.SamlError.REFUSED;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The only way in for XML of others. A document type is refused, and with it every entity; so are processing instructions, and in messages comments and CDATA sections,
 * which no party has reason to send and which split texts where somebody wants them to. What is too deep or too much is refused before a library looks at it.
 */
public final class XmlReader {

    private static final int DEEPEST = 40;
    private static final int MOST_NODES = 10_000;

    private final DocumentBuilderFactory factory;

    /** Returns a reader of messages. */
    public static XmlReader ofMessages() {
        return new XmlReader(false);
    }

    /** Returns a reader of metadata, which people write: it drops comments. */
    public static XmlReader ofMetadata() {
        return new XmlReader(true);
    }

    private XmlReader(boolean lenient) {
        factory = DocumentBuilderFactory.newDefaultNSInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the parser of this Java cannot be made safe", e);
        }
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setIgnoringComments(lenient);
        factory.setCoalescing(lenient);
    }

    /**
     * Reads a document.
     *
     * @param what it is, at the begin of a sentence: {@code The request}
     * @throws org.gatewright.spi.error.GatewrightException with {@link SamlError#REFUSED} if it is none, or one that nobody honest sends
     */
    public Element read(String xml, String what) {
        try {
            DocumentBuilder builder = builder();
            builder.setErrorHandler(new DefaultHandler());
            Element root = builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
            check(root, what);
            return root;
        } catch (SAXException e) {
            throw REFUSED.because(what + " is no XML, or has a document type.", e);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot be read", e);
        }
    }

    /** A factory is not safe for use by several threads. */
    private synchronized DocumentBuilder builder() {
        try {
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java has no parser", e);
        }
    }

    /** Goes through the document without recursion, as it may be as deep as it is long. */
    private static void check(Element root, String what) {
        Node document = root.getOwnerDocument();
        Node node = document.getFirstChild();
        int depth = 1;
        int count = 0;
        while (node != null && node != document) {
            refuseOddities(node, what);
            if (depth > DEEPEST || ++count > MOST_NODES) {
                throw REFUSED.because(what + " is too large.");
            }
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
            } else {
                while (node != document && node.getNextSibling() == null) {
                    node = node.getParentNode();
                    depth--;
                }
                node = node == document ? node : node.getNextSibling();
            }
        }
    }

    private static void refuseOddities(Node node, String what) {
        short type = node.getNodeType();
        if (type != Node.ELEMENT_NODE && type != Node.TEXT_NODE) {
            throw REFUSED.because(what + " has a comment, a processing instruction or a CDATA section.");
        }
    }
}
