package org.gatewright.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Says where to go, once the server answers there: on the standard output, and in a file for the launcher. If that takes
 * long it says so on the standard error, once, with what the server answers instead.
 */
final class Announcer implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WAIT_MILLIS = 1000;
    private static final String CHECK = "-/health/ready/";
    private static final String READY = "200 OK";

    private final String address;
    private final Path file;
    private final Duration patience;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Announcer(String address, Path file, Duration patience) {
        this.address = address;
        this.file = file;
        this.patience = patience;
    }

    /** Watches the plain listener until it says that the server is ready. */
    static Announcer start(ListenAddress http, Path file) {
        return start(http, file, PATIENCE);
    }

    static Announcer start(ListenAddress http, Path file, Duration patience) {
        Announcer announcer = new Announcer("http://" + http.reachableHost() + ":" + http.port() + "/", file, patience);
        Thread thread = new Thread(announcer::watch, "gatewright-announcer");
        thread.setDaemon(true);
        thread.start();
        return announcer;
    }

    private void watch() {
        try {
            long late = System.nanoTime() + patience.toNanos();
            boolean warned = false;
            while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                String answer = answer();
                if (answer.equals(READY)) {
                    PrivateFiles.write(file, (address + "\n").getBytes(UTF_8));
                    System.out.println("Gatewright is ready: " + address);
                    return;
                }
                if (!warned && System.nanoTime() > late) {
                    warn(answer);
                    warned = true;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void warn(String answer) {
        System.err.println("gatewright: warning: not ready after " + patience.toSeconds() + " seconds; " + address
                + CHECK + " says: " + answer + ". The log tells more.");
    }

    private String answer() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address + CHECK).toURL().openConnection();
            connection.setConnectTimeout(WAIT_MILLIS);
            connection.setReadTimeout(WAIT_MILLIS);
            return connection.getResponseCode() + " " + connection.getResponseMessage();
        } catch (IOException nobodyThere) {
            return nobodyThere.toString();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
