package org.gatewright.mappings.cel;

import org.gatewright.spi.mapping.TextError;

/**
 * A text in the words of CEL, and where its characters come from.
 *
 * @param origins for each character of the text, and its end, the place in the original
 * @param nesting of brackets
 */
record Rewriting(String original, String text, int[] origins, int nesting) {

    /** Returns the error at the place in the original. Line and column are those of CEL: the first line is 1, the first column 0. */
    TextError error(int line, int column, String sentence) {
        int place = origins[Math.min(Math.max(offset(line) + column, 0), origins.length - 1)];
        int newLine = original.lastIndexOf('\n', place - 1);
        int number = (int) original.substring(0, place)
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        return new TextError(number, place - newLine, sentence);
    }

    private int offset(int line) {
        int offset = 0;
        for (int i = 1; i < line; i++) {
            int end = text.indexOf('\n', offset);
            if (end < 0) {
                return text.length();
            }
            offset = end + 1;
        }
        return offset;
    }
}
