package org.gatewright.authenticators.totp;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Draws a text as QR code, as an SVG picture that needs no address but its own. Black on white with the border that readers need, whatever the page looks like. */
final class QrCode {

    private static final int BORDER = 4;

    private QrCode() {}

    static String dataUri(String text) {
        return "data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(svg(text).getBytes(StandardCharsets.UTF_8));
    }

    static String svg(String text) {
        ByteMatrix matrix = matrix(text);
        int side = matrix.getWidth() + 2 * BORDER;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + side + "v" + side
                + "H0z\"/><path d=\"" + squares(matrix) + "\"/></svg>";
    }

    private static String squares(ByteMatrix matrix) {
        StringBuilder path = new StringBuilder();
        for (int row = 0; row < matrix.getHeight(); row++) {
            for (int column = 0; column < matrix.getWidth(); column++) {
                if (matrix.get(column, row) == 1) {
                    path.append('M')
                            .append(column + BORDER)
                            .append(' ')
                            .append(row + BORDER)
                            .append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }

    private static ByteMatrix matrix(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalStateException("an address of this length fits into a QR code", e);
        }
    }
}
