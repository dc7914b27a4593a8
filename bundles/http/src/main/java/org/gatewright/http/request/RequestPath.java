package org.gatewright.http.request;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Decodes the path of a request, and refuses every path that somebody else could read differently: what guards a path and what serves it must see the same one.
 */
public final class RequestPath {

    private static final Pattern AMBIGUOUS = Pattern.compile("%2f|%5c|%00|;|\\\\|//");
    private static final Pattern DOT_SEGMENT = Pattern.compile("(?:^|/)\\.\\.?(?:/|$)");

    private RequestPath() {}

    /**
     * Decodes the path as it stands in the request line.
     *
     * @throws BadRequestException if it is no path, has dot segments, empty segments, path parameters or escaped separators
     */
    public static String of(String raw) {
        if (!raw.startsWith("/")
                || AMBIGUOUS.matcher(raw.toLowerCase(Locale.ROOT)).find()) {
            throw ambiguous();
        }
        String path = decode(raw);
        if (DOT_SEGMENT.matcher(path).find() || path.chars().anyMatch(Character::isISOControl)) {
            throw ambiguous();
        }
        return path;
    }

    private static String decode(String raw) {
        try {
            return URI.create("http://localhost" + raw).getPath();
        } catch (IllegalArgumentException e) {
            throw ambiguous();
        }
    }

    private static BadRequestException ambiguous() {
        return new BadRequestException("The address of the request is not valid.");
    }
}
