package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Client;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.Load;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.Test;

/** Measures; fails on nothing but errors. Not part of the tests: run it on a calm machine with {@code ./gatewright test -Dit.test=Numbers -Dtest=none}. */
class Numbers {

    private static final int CLIENTS = 8;

    @Test
    void print() throws IOException {
        String archive = System.getProperty("gatewright.distribution");
        try (Distribution server = Distribution.unpack()) {
            server.withAdministrator().withCheapHashing().with("GATEWRIGHT_JAVA_OPTS", "");
            System.out.printf("distribution: %.1f MB%n", Files.size(Path.of(archive)) / 1e6);
            System.out.printf("start to the first 200, fresh: %.1f s%n", seconds(server::start));
            server.stop();
            System.out.printf("start to the first 200, second: %.1f s%n", seconds(server::start));
            Load.awaitIdle(server);
            System.out.printf("resident memory, idle: %d MB%n", Load.residentMegabytes(server));
            signIns(server);
            clientCredentials(server);
            Load.awaitIdle(server);
            System.out.printf("resident memory, idle after the load: %d MB%n", Load.residentMegabytes(server));
        }
    }

    private static void signIns(Distribution server) {
        Client client =
                Client.register(new Administrator(server), "signins", "http://localhost:5000/cb", JsonObject.empty());
        List<String> users = Load.people(server, CLIENTS, "a password of the crowd");
        Load.Action signIn = (visitor, number) -> {
            visitor.forget();
            String code = client.code(visitor, users.get(number), "a password of the crowd", Map.of());
            assertThat(client.exchange(visitor, code, Map.of()).statusCode()).isEqualTo(200);
        };
        Load.run(server, CLIENTS, 12_000, signIn);
        Load.Result result = Load.run(server, CLIENTS, 800, signIn);
        System.out.printf(
                "sign-ins with code and tokens: %.2f CPU ms each without hashing, p99 %d ms at %d clients, %.0f/s%n",
                result.cpuMillis() / 800.0, result.p99Millis(), CLIENTS, 800 / result.seconds());
    }

    private static void clientCredentials(Distribution server) {
        Client client = Client.register(
                new Administrator(server),
                "machine",
                "http://localhost:5001/cb",
                JsonObject.of("grant_types", List.of("client_credentials")));
        Load.Action token =
                (visitor, number) -> assertThat(client.token(visitor, Map.of("grant_type", "client_credentials"))
                                .statusCode())
                        .isEqualTo(200);
        Load.run(server, CLIENTS, 80_000, token);
        Load.Result result = Load.run(server, CLIENTS, 8000, token);
        System.out.printf(
                "client-credentials tokens: %.0f per CPU second, p99 %d ms at %d clients, %.0f/s%n",
                8000 / (result.cpuMillis() / 1000.0), result.p99Millis(), CLIENTS, 8000 / result.seconds());
    }

    private static double seconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
    }
}
