package org.gatewright.spi.stage;

/**
 * Why an answer was refused.
 *
 * @param string a sentence for the visitor
 * @param code stable, in lower case, such as {@code required} or {@code invalid}
 * @since 1.0
 */
public record FieldError(String string, String code) {}
