package org.gatewright.protocols.saml.request;

import static org.gatewright.protocols.saml.xml.SamlError.REFUSED;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.gatewright.spi.http.Parameters;

/** Undoes what bindings do to messages, with limits. */
final class Encoding {

    private static final int LONGEST_PARAMETER = 100_000;
    private static final int LONGEST_MESSAGE = 128 * 1024;

    private Encoding() {}

    /** Returns a parameter that comes once at most. */
    static Optional<String> single(Parameters parameters, String name) {
        if (parameters.isRepeated(name)) {
            throw REFUSED.because("The parameter " + name + " comes more than once.");
        }
        return parameters.first(name);
    }

    /** Returns the message. */
    static String message(Parameters parameters) {
        return single(parameters, "SAMLRequest")
                .orElseThrow(() -> REFUSED.because("The parameter SAMLRequest is missing."));
    }

    static byte[] decode(String base64) {
        if (base64.length() > LONGEST_PARAMETER) {
            throw REFUSED.because("The request is too long.");
        }
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw REFUSED.because("The request is not encoded in base64.", e);
        }
    }

    static String text(byte[] message) {
        return new String(message, StandardCharsets.UTF_8);
    }

    /** A few bytes can become gigabytes. */
    static byte[] inflate(byte[] deflated) {
        Inflater inflater = new Inflater(true);
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated), inflater)) {
            byte[] message = in.readNBytes(LONGEST_MESSAGE + 1);
            if (message.length > LONGEST_MESSAGE) {
                throw REFUSED.because("The request is too long.");
            }
            return message;
        } catch (IOException e) {
            throw REFUSED.because("The request is not compressed as it must be in an address.", e);
        } finally {
            inflater.end();
        }
    }
}
