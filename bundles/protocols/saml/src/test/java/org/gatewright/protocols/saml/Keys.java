package org.gatewright.protocols.saml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.gatewright.protocols.saml.xml.Pem;

/** The key of somebody in the tests: {@code party}, {@code rival}, or {@code curve}, which is no RSA key. */
record Keys(PrivateKey key, X509Certificate certificate, String pem) {

    static final Keys PARTY = of("party", "RSA");
    static final Keys RIVAL = of("rival", "RSA");
    static final Keys CURVE = of("curve", "EC");

    private static Keys of(String name, String algorithm) {
        String pem = text(name + "-certificate.pem");
        String body = text(name + "-key.pem").replaceAll("-----[A-Z ]+-----|\\s", "");
        try {
            PrivateKey key = KeyFactory.getInstance(algorithm)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
            return new Keys(key, Pem.read(pem).orElseThrow(), pem);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String file) {
        try (InputStream in = Keys.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
