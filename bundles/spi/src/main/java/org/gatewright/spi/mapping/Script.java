package org.gatewright.spi.mapping;

/**
 * A text in a language.
 *
 * @param language the type's name, such as {@code cel}
 * @since 1.0
 */
public record Script(String language, String text) {}
