package org.gatewright.libs.opensaml;

import java.util.List;
import org.opensaml.core.config.InitializationException;
import org.opensaml.core.config.Initializer;
import org.opensaml.core.xml.config.GlobalParserPoolInitializer;
import org.opensaml.core.xml.config.XMLObjectProviderInitializer;
import org.opensaml.xmlsec.config.DecryptionParserPoolInitializer;
import org.opensaml.xmlsec.config.GlobalAlgorithmRegistryInitializer;
import org.opensaml.xmlsec.config.impl.ApacheXMLSecurityInitializer;

/**
 * Initialises OpenSAML. It finds classes by the context class loader while it does so, and never afterwards, so this is the only place that sets it.
 */
public final class OpenSaml {

    /** Not the initializer for HTTP clients, which needs a library that nobody uses. */
    private static final List<Initializer> INITIALIZERS = List.of(
            new GlobalParserPoolInitializer(),
            new DecryptionParserPoolInitializer(),
            new ApacheXMLSecurityInitializer(),
            new GlobalAlgorithmRegistryInitializer(),
            new XMLObjectProviderInitializer(),
            new org.opensaml.xmlsec.config.impl.XMLObjectProviderInitializer(),
            new org.opensaml.saml.config.impl.XMLObjectProviderInitializer());

    private OpenSaml() {}

    /** Makes it ready; does no harm if it is. */
    public static void initialize() throws InitializationException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(OpenSaml.class.getClassLoader());
        try {
            for (Initializer initializer : INITIALIZERS) {
                initializer.init();
            }
            Rehearsal.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
