package org.gatewright.protocols.saml;

/** Metadata of the service provider. */
final class Metadata {

    private Metadata() {}

    static String of(Keys keys, boolean signs) {
        return "<?xml version=\"1.0\"?><!-- made by a program -->"
                + "<md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"" + Server.PARTY
                + "\"><md:SPSSODescriptor AuthnRequestsSigned=\"" + signs
                + "\" protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\">"
                + "<md:KeyDescriptor><ds:KeyInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:X509Data>"
                + "<ds:X509Certificate>" + keys.pem().replaceAll("-----[A-Z ]+-----", "")
                + "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>"
                + service("HTTP-Artifact", "https://wiki.example.org/artifact", "index=\"0\" isDefault=\"true\"")
                + service("HTTP-POST", "https://wiki.example.org/second", "index=\"1\"")
                + service("HTTP-POST", Server.ACS, "index=\"2\" isDefault=\"true\"")
                + "</md:SPSSODescriptor></md:EntityDescriptor>";
    }

    private static String service(String binding, String location, String more) {
        return "<md:AssertionConsumerService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:" + binding
                + "\" Location=\"" + location + "\" " + more + "/>";
    }
}
