package org.gatewright.spi.store;

import org.gatewright.spi.error.GatewrightException;

/** What texts may be that documents are found by. */
final class Limits {

    /** Characters of a key or of an indexed value. */
    static final int TEXT = 255;

    private Limits() {}

    /** Returns the text if it can be kept in an index of every database. */
    static String checked(String what, String text) {
        if (text.isEmpty() || text.length() > TEXT) {
            throw refused("The " + what + " must have 1 to " + TEXT + " characters, and has " + text.length() + ".");
        }
        if (text.chars().anyMatch(Character::isISOControl) || !isWhole(text)) {
            throw refused("The " + what + " must not have control characters or halves of characters.");
        }
        return text;
    }

    /** Tells whether the text has no half of a character. */
    static boolean isWhole(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    static GatewrightException refused(String sentence) {
        return new GatewrightException(DocumentError.REFUSED, sentence);
    }
}
