package org.gatewright.kernel.configuration.binding;

import java.net.URI;
import java.util.regex.Pattern;

/** Checks strings of the formats that have rules; an empty string passes, for what must not be empty has a length. */
final class Formats {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

    private Formats() {}

    static void check(String format, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (format.equals("email") && !EMAIL.matcher(text).matches()) {
            throw new Misfit("This must be an e-mail address.");
        }
        if (format.equals("uri")) {
            URI uri = Scalars.uri(text);
            if (!uri.isAbsolute()) {
                throw new Misfit("This must be a whole address such as https://app.example.org/.");
            }
        }
    }
}
