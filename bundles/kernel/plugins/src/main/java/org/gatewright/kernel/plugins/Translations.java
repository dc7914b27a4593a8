package org.gatewright.kernel.plugins;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The texts of one version of a plug-in, by language and key. A key is a word of the author's, or the text as it was written. */
final class Translations {

    /** There are none. */
    static final Translations NONE = new Translations(Map.of());

    private static final String WRITTEN = "";

    private final Map<String, Map<String, String>> texts;
    private final Map<String, String> keys = new HashMap<>();

    /** @param texts by language, as in {@code de_CH}; those without a language are as they were written */
    Translations(Map<String, Map<String, String>> texts) {
        this.texts = Map.copyOf(texts);
        texts.getOrDefault(WRITTEN, Map.of()).forEach((key, text) -> keys.put(text, key));
    }

    /** Returns what says texts in the first of the languages that there is. */
    UnaryOperator<String> in(List<Locale> languages) {
        if (texts.isEmpty()) {
            return UnaryOperator.identity();
        }
        List<Map<String, String>> found = new ArrayList<>(languages.stream()
                .map(this::of)
                .filter(these -> !these.isEmpty())
                .findFirst()
                .orElse(List.of()));
        found.add(texts.getOrDefault(WRITTEN, Map.of()));
        return text -> said(text, found);
    }

    /** Returns the texts of a language, the closest first; English is there even if no file has it. */
    private List<Map<String, String>> of(Locale locale) {
        List<Map<String, String>> found = new ArrayList<>();
        Stream.of(locale.getLanguage() + "_" + locale.getCountry(), locale.getLanguage())
                .map(texts::get)
                .filter(these -> these != null)
                .forEach(found::add);
        if (found.isEmpty() && locale.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            found.add(Map.of());
        }
        return found;
    }

    private String said(String text, List<Map<String, String>> found) {
        String key = text.startsWith("%") ? text.substring(1) : text;
        return first(key, found)
                .or(() -> Optional.ofNullable(keys.get(text)).flatMap(named -> first(named, found)))
                .orElse(text);
    }

    private static Optional<String> first(String key, List<Map<String, String>> found) {
        return found.stream()
                .flatMap(texts -> Stream.ofNullable(texts.get(key)))
                .findFirst();
    }
}
