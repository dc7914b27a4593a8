package org.gatewright.console.input;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;

/** Takes any word for a name that somebody makes up. Without it the shell completes nothing that stands after the name. */
@Service
public final class NameCompleter implements Completer {

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        TypedWord word = TypedWord.of(line);
        if (word.text().isEmpty()) {
            return -1;
        }
        candidates.add(word.text() + " ");
        return word.start();
    }
}
