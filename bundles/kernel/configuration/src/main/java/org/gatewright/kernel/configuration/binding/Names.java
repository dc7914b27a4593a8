package org.gatewright.kernel.configuration.binding;

import java.util.Locale;

/** Names of components and constants in JSON. */
final class Names {

    private Names() {}

    /** Returns {@code max_tries} for {@code maxTries}; the last underscore of a name that would be a word of Java is dropped. */
    static String member(String component) {
        StringBuilder name = new StringBuilder();
        for (char letter : component.toCharArray()) {
            if (Character.isUpperCase(letter) && !name.isEmpty()) {
                name.append('_');
            }
            name.append(Character.toLowerCase(letter));
        }
        return name.charAt(name.length() - 1) == '_' ? name.substring(0, name.length() - 1) : name.toString();
    }

    /** Returns {@code per_provider} for {@code PER_PROVIDER}. */
    static String constant(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
