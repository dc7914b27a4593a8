package org.gatewright.port.plugins;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.spi.error.GatewrightException;

/** The SHA-256 by which the jar of a plug-in is known, and by which somebody can say which one they mean. */
public final class ArtifactDigest {

    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{64}");

    private ArtifactDigest() {}

    /** Returns it in lower-case hexadecimal digits. */
    public static String of(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Refuses any other content than the one that is meant.
     *
     * @param meant its SHA-256 in hexadecimal digits
     * @throws InvalidFieldsException for the field {@code sha256} if it is none
     * @throws GatewrightException with {@code PLUGIN_REFUSED} if it is that of other content
     */
    public static void require(String meant, byte[] content) {
        if (!FORM.matcher(meant).matches()) {
            throw new InvalidFieldsException("sha256", "“" + meant + "” is no SHA-256 of 64 hexadecimal digits.");
        }
        String own = of(content);
        if (!own.equalsIgnoreCase(meant)) {
            throw new GatewrightException(
                    CommonError.PLUGIN_REFUSED,
                    "The jar is not the one that is meant: its SHA-256 is " + own + ", not " + meant + ".");
        }
    }
}
