package org.gatewright.itests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Somebody at the interactive console of a server, over SSH and with a terminal. */
public final class SecureShell implements AutoCloseable {

    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final Process process;
    private final Path output;

    private SecureShell(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Opens the console with the key of the data folder, as {@code bin/gatewright console} does, and waits for the prompt. */
    public static SecureShell open(Distribution server) {
        Path keys = server.folder().resolve("data/ssh");
        try {
            String[] address = Files.readString(keys.resolve("address")).strip().split(" ");
            Path output = Files.createTempFile("gatewright-console", ".txt");
            ProcessBuilder builder = new ProcessBuilder(List.of(
                            "ssh",
                            "-q",
                            "-tt",
                            "-p",
                            address[1],
                            "-i",
                            keys.resolve("console.key").toString(),
                            "-o",
                            "IdentitiesOnly=yes",
                            "-o",
                            "StrictHostKeyChecking=no",
                            "-o",
                            "UserKnownHostsFile=/dev/null",
                            "gatewright@" + address[0]))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("TERM", "xterm");
            SecureShell shell = new SecureShell(builder.start(), output);
            shell.awaitOutput("gatewright@root");
            return shell;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Types keys. */
    public void type(String keys) {
        try {
            process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the terminal has shown the text; colours and movements of the cursor do not count. */
    public void awaitOutput(String text) {
        Condition.await(() -> "the terminal shows “" + text + "”: " + shown(), ANSWER, () -> shown().contains(text));
    }

    private String shown() {
        try {
            return Files.readString(output, StandardCharsets.ISO_8859_1)
                    .replaceAll("\u001b[\\[?()=>][0-9;?]*[A-Za-z]?|[\\r\\u0007\\u0008]", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
