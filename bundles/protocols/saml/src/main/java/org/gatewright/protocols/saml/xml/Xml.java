package org.gatewright.protocols.saml.xml;

import javax.xml.namespace.QName;
import net.shibboleth.utilities.java.support.xml.SerializeSupport;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.core.xml.config.XMLObjectProviderRegistrySupport;
import org.opensaml.core.xml.io.MarshallingException;
import org.opensaml.core.xml.io.Unmarshaller;
import org.opensaml.core.xml.io.UnmarshallingException;
import org.opensaml.core.xml.util.XMLObjectSupport;
import org.w3c.dom.Element;

/** Between elements and the objects of OpenSAML. */
public final class Xml {

    private Xml() {}

    /** Returns a new object of the type. */
    public static <T extends XMLObject> T make(Class<T> type, QName name) {
        return type.cast(XMLObjectSupport.buildXMLObject(name));
    }

    /**
     * Reads an element that {@link XmlReader} let in.
     *
     * @param what it is, at the begin of a sentence
     * @throws org.gatewright.spi.error.GatewrightException with {@link SamlError#REFUSED} if it is something else
     */
    public static <T extends XMLObject> T read(Class<T> type, Element element, String what) {
        Unmarshaller unmarshaller =
                XMLObjectProviderRegistrySupport.getUnmarshallerFactory().getUnmarshaller(element);
        if (unmarshaller == null) {
            throw SamlError.REFUSED.because(what + " is no message of SAML 2.0.");
        }
        try {
            XMLObject object = unmarshaller.unmarshall(element);
            if (type.isInstance(object)) {
                return type.cast(object);
            }
        } catch (UnmarshallingException | IllegalArgumentException | java.time.DateTimeException e) {
            throw SamlError.REFUSED.because(what + " is malformed.", e);
        }
        throw SamlError.REFUSED.because(what + " is no " + type.getSimpleName() + " of SAML 2.0.");
    }

    /** Writes an object as text. */
    public static String write(XMLObject object) {
        try {
            return SerializeSupport.nodeToString(XMLObjectSupport.marshall(object));
        } catch (MarshallingException e) {
            throw new IllegalStateException("an object of ours cannot be written", e);
        }
    }
}
