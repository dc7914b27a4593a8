package org.gatewright.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Says where to go, once the server answers there: on the standard output, and in a file for the launcher. */
final class Announcer implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int WAIT_MILLIS = 1000;

    private final String address;
    private final Path file;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Announcer(String address, Path file) {
        this.address = address;
        this.file = file;
    }

    /** Watches the plain listener until it says that the server is ready. */
    static Announcer start(ListenAddress http, Path file) {
        Announcer announcer = new Announcer("http://" + http.reachableHost() + ":" + http.port() + "/", file);
        Thread thread = new Thread(announcer::watch, "gatewright-announcer");
        thread.setDaemon(true);
        thread.start();
        return announcer;
    }

    private void watch() {
        try {
            while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                if (ready()) {
                    PrivateFiles.write(file, (address + "\n").getBytes(UTF_8));
                    System.out.println("Gatewright is ready: " + address);
                    return;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** A listener that is not there yet is what this waits for. */
    private boolean ready() {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(address + "-/health/ready/").toURL().openConnection();
            connection.setConnectTimeout(WAIT_MILLIS);
            connection.setReadTimeout(WAIT_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
