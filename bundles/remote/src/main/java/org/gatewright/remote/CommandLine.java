package org.gatewright.remote;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;

/** Runs one command for a caller, in a session of its own. */
final class CommandLine {

    private static final Pattern COMMAND = Pattern.compile("(?:[a-z][a-z0-9-]*:)?[a-z][a-z0-9-]*");
    private static final String OURS_FIRST = "idp:shell:*";
    private static final String SELF = ".session";

    private final SessionFactory sessions;

    CommandLine(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Runs the words as a command with its arguments, in the caller's folder, and tells the caller how it ended. */
    void run(Caller.Typed typed, Caller caller) throws IOException {
        PrintStream out = caller.printer(Frame.Kind.OUT);
        PrintStream error = caller.printer(Frame.Kind.ERROR);
        boolean succeeded = execute(typed, caller, out, error);
        out.flush();
        error.flush();
        caller.end(succeeded);
    }

    /** Whatever a command throws is what its caller gets to read. */
    private boolean execute(Caller.Typed typed, Caller caller, PrintStream out, PrintStream error) {
        List<String> words = typed.words();
        if (words.isEmpty() || !COMMAND.matcher(words.get(0)).matches()) {
            error.println("not a command: " + String.join(" ", words));
            return false;
        }
        try (Session session = sessions.create(new ByteArrayInputStream(new byte[0]), out, error)) {
            takePlace(session, new AskingSession(session, caller));
            session.put(Session.SCOPE, OURS_FIRST);
            session.currentDir(typed.folder());
            Object result = session.execute(line(words, session));
            if (result != null) {
                out.println(result);
            }
            return true;
        } catch (Exception failure) {
            error.println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
            return false;
        }
    }

    /** Commands get their session from the variable or from the registry. */
    private static void takePlace(Session session, AskingSession asking) {
        session.put(SELF, asking);
        session.getRegistry().unregister(session);
        session.getRegistry().register(asking);
    }

    /** Arguments travel as variables, so that nothing in them means anything to the shell. */
    private static String line(List<String> words, Session session) {
        List<String> arguments = arrange(words.get(0), words.subList(1, words.size()), session);
        StringBuilder line = new StringBuilder(words.get(0));
        for (int i = 0; i < arguments.size(); i++) {
            session.put("argument" + i, arguments.get(i));
            line.append(" $argument").append(i);
        }
        return line.toString();
    }

    private static List<String> arrange(String name, List<String> arguments, Session session) {
        String[] scoped = session.resolveCommand(name).split(":", 2);
        Command command = scoped.length == 2 ? session.getRegistry().getCommand(scoped[0], scoped[1]) : null;
        return command == null ? arguments : OptionOrder.arrange(command, arguments);
    }
}
