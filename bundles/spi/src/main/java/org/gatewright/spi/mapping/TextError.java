package org.gatewright.spi.mapping;

/**
 * What is wrong at one place of an expression.
 *
 * @param line the first is 1
 * @param column the first is 1
 * @param sentence for the one who wrote it
 * @since 1.0
 */
public record TextError(int line, int column, String sentence) {

    /** Returns place and sentence in one line. */
    public String describe() {
        return "Line " + line + ", column " + column + ": " + sentence;
    }
}
