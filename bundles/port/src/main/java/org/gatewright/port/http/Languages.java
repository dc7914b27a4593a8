package org.gatewright.port.http;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads which languages somebody wants. What is no language is left out. */
public final class Languages {

    private static final int LONGEST = 200;
    private static final int MOST = 5;
    private static final Pattern TAG =
            Pattern.compile("[A-Za-z]{2,8}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|[0-9]{3}))?");

    private Languages() {}

    /**
     * Returns the languages, the most wanted one first.
     *
     * @param locale what the address asks for
     * @param header {@code Accept-Language}
     */
    public static List<Locale> of(Optional<String> locale, Optional<String> header) {
        return Stream.concat(locale.stream(), header.stream().flatMap(Languages::accepted))
                .filter(tag -> TAG.matcher(tag).matches())
                .map(tag -> Locale.forLanguageTag(tag.replace('_', '-')))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static Stream<String> accepted(String header) {
        if (header.length() > LONGEST) {
            return Stream.empty();
        }
        try {
            return LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(LanguageRange::getRange);
        } catch (IllegalArgumentException e) {
            return Stream.empty(); // no list of languages
        }
    }
}
