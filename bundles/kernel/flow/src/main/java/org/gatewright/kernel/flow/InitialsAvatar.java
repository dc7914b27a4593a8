package org.gatewright.kernel.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Draws a picture of initials, as a {@code data:} address. It is made of the name that the page shows and of nothing else, so that it is the same whether there is
 * such a user or not.
 */
final class InitialsAvatar {

    private static final Pattern DOMAIN = Pattern.compile("@.*$", Pattern.DOTALL);
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** White on each of them has a contrast of at least 4.5 (WCAG 2.2, 1.4.3). */
    private static final List<String> GROUNDS =
            List.of("#1f5fa8", "#2e6b3a", "#7a3e9d", "#a3402b", "#0b6b74", "#8a5300", "#9c2f67", "#4b5563");

    private static final String PICTURE = """
            <svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64">\
            <rect width="64" height="64" fill="%s"/>\
            <text x="32" y="32" dy=".35em" fill="#fff" font-family="sans-serif" font-size="%d" text-anchor="middle">%s</text>\
            </svg>""";

    private InitialsAvatar() {}

    static String of(String name) {
        String initials = initials(name);
        String ground = GROUNDS.get(Math.floorMod(name.toLowerCase(Locale.ROOT).hashCode(), GROUNDS.size()));
        String picture = PICTURE.formatted(ground, initials.length() > 1 ? 26 : 32, initials);
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(picture.getBytes(UTF_8));
    }

    /** The first characters of the first and the last word: letters or digits, which need no escapes. */
    static String initials(String name) {
        List<String> words = BETWEEN_WORDS
                .splitAsStream(DOMAIN.matcher(name).replaceFirst(""))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return "?";
        }
        String first = initial(words.get(0));
        return words.size() == 1 ? first : first + initial(words.get(words.size() - 1));
    }

    private static String initial(String word) {
        return Character.toString(Character.toUpperCase(word.codePointAt(0)));
    }
}
