package org.gatewright.http.request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.spi.http.Parameters;

/** Decodes application/x-www-form-urlencoded text. Query and body are decoded apart, which the servlet API does not offer, and the number of parameters is bounded. */
public final class FormDecoder {

    private static final int MOST_PARAMETERS = 200;

    private FormDecoder() {}

    /**
     * Decodes the text, if there is one.
     *
     * @throws BadRequestException if an escape is broken or there are more than 200 parameters
     */
    public static Parameters decode(Optional<String> text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        int count = 0;
        for (String pair : text.orElse("").split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            if (++count > MOST_PARAMETERS) {
                throw new BadRequestException("The request has more than " + MOST_PARAMETERS + " parameters.");
            }
            int equals = pair.indexOf('=');
            String name = unescape(equals < 0 ? pair : pair.substring(0, equals));
            values.computeIfAbsent(name, key -> new ArrayList<>())
                    .add(equals < 0 ? "" : unescape(pair.substring(equals + 1)));
        }
        return new Parameters(values);
    }

    private static String unescape(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException("A parameter of the request has a broken escape.");
        }
    }
}
