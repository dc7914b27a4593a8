package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Command;
import org.gatewright.itests.support.Condition;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.Ports;
import org.gatewright.itests.support.Postgres;
import org.gatewright.itests.support.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who starts the server with something wrong reads a sentence that says what. */
class BadInputIT {

    private Distribution server;

    @BeforeEach
    void unpack() {
        server = Distribution.unpack();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void namesThePortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Command end = server.with("GATEWRIGHT_LISTEN__HTTP", "127.0.0.1:" + taken.getLocalPort())
                    .runToEnd();

            assertThat(end.exitCode()).isNotZero();
            assertThat(end.output())
                    .contains(String.valueOf(taken.getLocalPort()))
                    .contains("GATEWRIGHT_LISTEN__HTTP")
                    .doesNotContain("\tat ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GATEWRIGHT_LISTEN__HTTPS, listen.https, nine thousand",
        "GATEWRIGHT_HTTP__MAX_BODY, http.max_body, 1MB",
        "GATEWRIGHT_LISTEN__TRUSTED_PROXY_CIDRS, listen.trusted_proxy_cidrs, proxy.example.org",
        "GATEWRIGHT_KEYS__OVERLAP, keys.overlap, a month"
    })
    void namesTheSettingThatIsMalformed(String variable, String setting, String value) {
        Command end = server.with(variable, value).runToEnd();

        assertThat(end.exitCode()).isNotZero();
        assertThat(end.output()).contains(setting).contains(value).doesNotContain("\tat ");
    }

    @Test
    void warnsOfAVariableThatIsNearlyASettingAndStarts() {
        server.with("GATEWRIGHT_LISTEN_HTTP", ":1").start();

        assertThat(server.output()).contains("Did you mean listen.http (GATEWRIGHT_LISTEN__HTTP)?");
    }

    @Test
    void waitsForADatabaseThatCannotBeReached() {
        int port = Ports.free();
        Process process = Postgres.use(server.withAdministrator(), port).launch();
        Condition.await(
                () -> "it says what is missing: " + server.readiness() + server.output(),
                Duration.ofSeconds(60),
                () -> server.ready() == 503 && server.readiness().contains("127.0.0.1"));
        assertThat(process.isAlive()).isTrue();

        try (Postgres postgres = Postgres.start(port)) {
            Condition.await(
                    () -> "it gets ready: " + server.readiness() + server.output(),
                    Duration.ofSeconds(90),
                    () -> server.ready() == 200);
            signIn();
            server.stop();
        }
    }

    private void signIn() {
        new Visitor(server.base())
                .signIn("/if/flow/default-authentication-flow/", Administrator.MAIL, Administrator.PASSWORD);
    }
}
