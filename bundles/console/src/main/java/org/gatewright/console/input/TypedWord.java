package org.gatewright.console.input;

import java.util.Optional;
import org.apache.karaf.shell.api.console.CommandLine;

/**
 * The word that is being typed, up to the cursor.
 *
 * @param start where it begins in the line
 */
record TypedWord(String text, int start) {

    static TypedWord of(CommandLine line) {
        String word = Optional.ofNullable(line.getCursorArgument()).orElse("");
        return new TypedWord(
                word.substring(0, line.getArgumentPosition()), line.getBufferPosition() - line.getArgumentPosition());
    }
}
