package org.gatewright.itests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A program that runs beside a test, and ends with it. */
public final class Program implements AutoCloseable {

    private final List<String> words;
    private final Process process;
    private final Path output;

    private Program(List<String> words, Process process, Path output) {
        this.words = words;
        this.process = process;
        this.output = output;
    }

    /** Starts a program in a folder and waits until it is there. */
    public static Program start(
            Path folder, Map<String, String> environment, List<String> words, BooleanSupplier isThere) {
        try {
            Path output = folder.resolve("output.txt");
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Program program = new Program(words, builder.start(), output);
            Condition.await(program::state, Duration.ofSeconds(30), isThere);
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String state() {
        try {
            return words + (process.isAlive() ? " runs: " : " has ended: ") + Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
