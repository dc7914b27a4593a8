package org.gatewright.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a server that is slow to come is told of, and one that has come. */
class AnnouncerTest {

    @Test
    void saysOnceWhatAServerAnswersThatIsNotReadyInTime(@TempDir Path folder) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch enough = new CountDownLatch(5);
        HttpServer server = server(() -> {
            calls.incrementAndGet();
            enough.countDown();
            return enough.getCount() > 0 ? 503 : 200;
        });
        PrintStream before = System.err;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setErr(new PrintStream(told, true, UTF_8));
        Path file = folder.resolve("address");
        ListenAddress address = ListenAddress.parse(
                new SettingName("listen", "http"),
                "127.0.0.1:" + server.getAddress().getPort());
        try (Announcer announcer = Announcer.start(address, file, Duration.ZERO)) {
            assertThat(enough.await(10, TimeUnit.SECONDS)).isTrue();
            while (Files.notExists(file)) {
                Thread.onSpinWait();
            }
        } finally {
            System.setErr(before);
            server.stop(0);
        }
        assertThat(told.toString(UTF_8))
                .contains("503 Service Unavailable")
                .containsOnlyOnce("not ready after 0 seconds");
    }

    private interface Status {
        int next();
    }

    private static HttpServer server(Status status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/-/health/ready/", exchange -> {
            exchange.sendResponseHeaders(status.next(), -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
