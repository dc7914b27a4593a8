package org.gatewright.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.apache.karaf.shell.api.console.History;
import org.apache.karaf.shell.api.console.Registry;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.apache.karaf.shell.api.console.Terminal;
import org.jspecify.annotations.Nullable;

/** A session without a terminal whose questions go to the caller all the same. */
final class AskingSession implements Session {

    private final Session session;
    private final Caller caller;

    AskingSession(Session session, Caller caller) {
        this.session = session;
        this.caller = caller;
    }

    @Override
    public String readLine(String prompt, @Nullable Character mask) throws IOException {
        return caller.ask(prompt, mask != null);
    }

    @Override
    public Object execute(CharSequence line) throws Exception {
        return session.execute(line);
    }

    @Override
    public Object get(String name) {
        return session.get(name);
    }

    @Override
    public void put(String name, Object value) {
        session.put(name, value);
    }

    @Override
    public InputStream getKeyboard() {
        return session.getKeyboard();
    }

    @Override
    public PrintStream getConsole() {
        return session.getConsole();
    }

    @Override
    public Terminal getTerminal() {
        return session.getTerminal();
    }

    @Override
    public History getHistory() {
        return session.getHistory();
    }

    @Override
    public Registry getRegistry() {
        return session.getRegistry();
    }

    @Override
    public SessionFactory getFactory() {
        return session.getFactory();
    }

    @Override
    public String resolveCommand(String name) {
        return session.resolveCommand(name);
    }

    @Override
    public Path currentDir() {
        return session.currentDir();
    }

    @Override
    public void currentDir(Path path) {
        session.currentDir(path);
    }

    @Override
    public void run() {
        session.run();
    }

    @Override
    public void close() {
        session.close();
    }
}
