package org.gatewright.protocols.saml;

import java.util.List;
import org.gatewright.protocols.saml.xml.Xml;
import org.gatewright.spi.plugin.SelfTest;
import org.opensaml.saml.saml2.core.Issuer;
import org.osgi.service.component.annotations.Component;

/** Finds out whether the library is there and was made ready. */
@Component(service = SelfTest.class)
public final class SamlSelfTest implements SelfTest {

    @Override
    public List<String> problems() {
        Issuer issuer = Xml.make(Issuer.class, Issuer.DEFAULT_ELEMENT_NAME);
        issuer.setValue("self-test");
        return Xml.write(issuer).contains("self-test") ? List.of() : List.of("OpenSAML does not write XML here.");
    }
}
