package org.gatewright.itests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** An unpacked distribution on ports of its own, started the way a user starts it. */
public final class Distribution implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(120);

    private final Path folder;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final int http = Ports.free();
    private final int https = Ports.free();
    private final int ldap = Ports.free();
    private final int ldaps = Ports.free();
    private final HttpClient health = HttpClient.newHttpClient();
    private List<String> entrance = List.of();
    private Process process;

    private Distribution(Path folder) {
        this.folder = folder;
        environment.put("GATEWRIGHT_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
        environment.put("GATEWRIGHT_LISTEN__HTTP", "127.0.0.1:" + http);
        environment.put("GATEWRIGHT_LISTEN__HTTPS", "127.0.0.1:" + https);
        environment.put("GATEWRIGHT_LISTEN__METRICS", "127.0.0.1:" + Ports.free());
        environment.put("GATEWRIGHT_LISTEN__SSH", "127.0.0.1:" + Ports.free());
        environment.put("GATEWRIGHT_LISTEN__LDAP", "");
        environment.put("GATEWRIGHT_LISTEN__LDAPS", "");
    }

    /** Unpacks a new copy. */
    public static Distribution unpack() {
        Path folder = Folders.make("server");
        Command tar = Command.run(
                folder,
                Map.of(),
                Duration.ofMinutes(2),
                List.of("tar", "-xzf", System.getProperty("gatewright.distribution"), "--strip-components=1"));
        if (tar.exitCode() != 0) {
            throw new AssertionError(tar.output());
        }
        return new Distribution(folder);
    }

    /** Lets the first start make the administrator of {@link Administrator}. */
    public Distribution withAdministrator() {
        return with("GATEWRIGHT_BOOTSTRAP_EMAIL", Administrator.MAIL)
                .with("GATEWRIGHT_BOOTSTRAP_PASSWORD", Administrator.PASSWORD)
                .with("GATEWRIGHT_BOOTSTRAP_TOKEN", Administrator.TOKEN);
    }

    /** Opens the ports of LDAP. */
    public Distribution withLdap() {
        return with("GATEWRIGHT_LISTEN__LDAP", "127.0.0.1:" + ldap)
                .with("GATEWRIGHT_LISTEN__LDAPS", "127.0.0.1:" + ldaps);
    }

    /** Returns the port of LDAP. */
    public int ldap() {
        return ldap;
    }

    /** Returns the port of LDAP under TLS. */
    public int ldaps() {
        return ldaps;
    }

    /** Makes hashing cost next to nothing, for tests that are about something else. */
    public Distribution withCheapHashing() {
        return withFile("etc/org.gatewright.credentials.argon2id.cfg", "memory_kib = 8\niterations = 1\n");
    }

    /** Writes a file of the installation. */
    public Distribution withFile(String path, String content) {
        try {
            Files.writeString(folder.resolve(path), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets a variable of the environment. */
    public Distribution with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Lets another program start the server: the words before those of the server. */
    public Distribution startedBy(List<String> words) {
        entrance = words;
        return this;
    }

    /** Leaves every plug-in out, before the first start; returns the lines of the start list that are gone. */
    public List<String> withoutPlugins() {
        Path list = folder.resolve("etc/startup.properties");
        try {
            Map<Boolean, List<String>> lines = Files.readAllLines(list).stream()
                    .collect(Collectors.partitioningBy(line -> isPlugin(line.replaceAll(" *=.*", ""))));
            Files.write(list, lines.get(false));
            return lines.get(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isPlugin(String location) {
        Path file = folder.resolve("system").resolve(location.replaceFirst("^reference\\\\?:file\\\\?:", ""));
        if (!location.endsWith(".jar") || Files.notExists(file)) {
            return false;
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            return jar.getManifest().getMainAttributes().getValue("Gatewright-Plugin") != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the server and waits until it is ready. */
    public Distribution start() {
        launch();
        try {
            Condition.await(
                    () -> "the server is ready: " + readiness() + "\n" + output() + "\n" + diagnose("Thread.print"),
                    START,
                    this::isReady);
        } catch (AssertionError e) {
            kill();
            throw e;
        }
        return this;
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new AssertionError("the server ended with " + process.exitValue() + ": " + output());
        }
        return ready() == 200;
    }

    /** Starts the server and waits until it has ended by itself; returns how. */
    public Command runToEnd() {
        Process running = launch();
        Condition.await(() -> "the server ends by itself: " + output(), START, () -> !running.isAlive());
        return new Command(running.exitValue(), output());
    }

    /** Stops the server and starts it again. */
    public Distribution restart() {
        stop();
        return start();
    }

    /** Starts the server and waits for nothing. */
    public Process launch() {
        try {
            List<String> words = new ArrayList<>(entrance);
            words.addAll(List.of(folder.resolve("bin/gatewright").toString(), "run"));
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().putAll(environment);
            process = builder.start();
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the status of the readiness check, 0 if nobody answers. */
    public int ready() {
        return check().map(HttpResponse::statusCode).orElse(0);
    }

    /** Returns what the readiness check says, nothing if nobody answers. */
    public String readiness() {
        return check().map(HttpResponse::body).orElse("");
    }

    private Optional<HttpResponse<String>> check() {
        try {
            HttpRequest request = HttpRequest.newBuilder(base().resolve("/-/health/ready/"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return Optional.of(health.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException nobodyAnswers) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns the address of the plain listener, as a browser on this machine names it. */
    public URI base() {
        return URI.create("http://localhost:" + http);
    }

    /** Returns the address of the TLS listener. */
    public URI secureBase() {
        return URI.create("https://localhost:" + https);
    }

    /** Returns the folder that it is unpacked in. */
    public Path folder() {
        return folder;
    }

    /** Runs a command against the server and expects it to succeed. */
    public String command(String... words) {
        Command command = tryCommand(words);
        if (command.exitCode() != 0) {
            throw new AssertionError(List.of(words) + " failed: " + command.output());
        }
        return command.output();
    }

    /** Runs a command against the server. */
    public Command tryCommand(String... words) {
        List<String> line =
                new ArrayList<>(List.of(folder.resolve("bin/gatewright").toString()));
        line.addAll(List.of(words));
        return Command.run(folder, environment, Duration.ofSeconds(60), line);
    }

    /** Returns what the server has printed. */
    public String output() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server as Ctrl-C does, and waits until it has ended. */
    public void stop() {
        end(false);
    }

    /** Ends the server at once, as a power cut does. */
    public void kill() {
        end(true);
    }

    private void end(boolean forcibly) {
        if (process == null || !process.isAlive()) {
            return;
        }
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        if (forcibly) {
            all.forEach(ProcessHandle::destroyForcibly);
        } else {
            process.destroy();
        }
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
                throw new AssertionError("the server did not stop within 60 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks the virtual machine of the server with one of the commands of {@code jcmd}. */
    String diagnose(String command) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        return Command.run(
                        Path.of("."),
                        Map.of(),
                        Duration.ofSeconds(60),
                        List.of(jcmd.toString(), String.valueOf(process.pid()), command))
                .output();
    }

    /** Returns the process id of the server. */
    public long pid() {
        return process.pid();
    }

    /** Ends the server and deletes what is large; its logs stay. */
    @Override
    public void close() {
        kill();
        Folders.delete(folder.resolve("system"));
        Folders.delete(folder.resolve("data/cache"));
    }

    private Path log() {
        return folder.resolve("output.txt");
    }
}
