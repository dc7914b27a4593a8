package org.gatewright.console.plugins;

import java.util.List;
import org.apache.karaf.shell.api.console.CommandLine;

/** A line with the cursor at the end. */
record Line(List<String> words) implements CommandLine {

    @Override
    public String[] getArguments() {
        return words.toArray(new String[0]);
    }

    @Override
    public int getCursorArgumentIndex() {
        return words.size() - 1;
    }

    @Override
    public String getCursorArgument() {
        return words.get(words.size() - 1);
    }

    @Override
    public int getArgumentPosition() {
        return getCursorArgument().length();
    }

    @Override
    public int getBufferPosition() {
        return getBuffer().length();
    }

    @Override
    public String getBuffer() {
        return String.join(" ", words);
    }
}
