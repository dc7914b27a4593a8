package org.gatewright.remote;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.gatewright.port.settings.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for the launcher, and leaves port and token in a file that only the user of the server can read. */
@Component(service = CommandListener.class, immediate = true)
public final class CommandListener {

    private static final Logger LOG = LoggerFactory.getLogger(CommandListener.class);
    private static final int BACKLOG = 16;
    private static final int MOST_CALLS = 8;
    private static final int TOKEN_BYTES = 32;

    private final CommandLine commands;
    private final ServerSocket server;
    private final Path file;
    private final byte[] token;
    private final ExecutorService calls = Executors.newFixedThreadPool(MOST_CALLS, CommandListener::thread);

    /** Opens the line. */
    @Activate
    public CommandListener(@Reference SessionFactory sessions, @Reference Settings settings) throws IOException {
        this.commands = new CommandLine(sessions);
        this.token = newToken();
        this.file = settings.data().resolve("console.line");
        this.server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        leaveAddress();
        thread(this::accept).start();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "gatewright-console-line");
        thread.setDaemon(true);
        return thread;
    }

    private static byte[] newToken() {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encode(random);
    }

    private void leaveAddress() throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, server.getLocalPort() + " " + new String(token, US_ASCII) + "\n", US_ASCII);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                calls.execute(() -> serve(socket));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    LOG.warn("A call of the launcher could not be taken", e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Caller caller = new Caller(socket);
            var typed = caller.commandLine(token);
            if (typed.isPresent()) {
                commands.run(typed.get(), caller);
            } else {
                LOG.warn("A call without the token of the data folder was refused");
            }
        } catch (IOException e) {
            LOG.debug("The launcher hung up", e);
        }
    }

    /** Closes the line. */
    @Deactivate
    public void close() throws IOException {
        server.close();
        calls.shutdownNow();
        Files.deleteIfExists(file);
    }
}
