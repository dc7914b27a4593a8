package org.gatewright.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.gatewright.testkit.port.FakeSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsListenerTest {

    private final PrometheusMeter meter = new PrometheusMeter();
    private MetricsListener listener = listening("127.0.0.1:0");

    private MetricsListener listening(String address) {
        return new MetricsListener(new FakeSettings().with("listen", "metrics", address), meter);
    }

    @AfterEach
    void stop() {
        listener.stop();
        meter.close();
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + listener.port().orElseThrow() + path);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .method(method, BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());
    }

    @Test
    void servesPrometheusText() throws Exception {
        meter.count("things", Map.of("name", "ü"));

        HttpResponse<String> answer = send("GET", "/-/metrics/");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body()).contains("gatewright_things_total{name=\"ü\"} 1.0\n");
        assertThat(send("GET", "/-/metrics").statusCode()).isEqualTo(200);
    }

    @Test
    void answersNoOtherPath() throws Exception {
        assertThat(send("GET", "/").statusCode()).isEqualTo(404);
        assertThat(send("GET", "/-/metrics/more").statusCode()).isEqualTo(404);
        assertThat(send("HEAD", "/metrics").statusCode()).isEqualTo(404);
    }

    @Test
    void answersNoOtherMethod() throws Exception {
        for (String method : new String[] {"POST", "PUT", "DELETE", "HEAD", "OPTIONS"}) {
            HttpResponse<String> answer = send(method, "/-/metrics/");
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().firstValue("allow")).hasValue("GET");
        }
    }

    @Test
    void isSwitchedOffByAnEmptySetting() {
        listener.stop();
        listener = listening("");

        assertThat(listener.port()).isEmpty();
    }

    @Test
    void livesWithoutAPortThatIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            listener.stop();
            listener = listening("127.0.0.1:" + other.getLocalPort());

            assertThat(listener.port()).isEmpty();
        }
    }

    @Test
    void freesItsPort() {
        int port = listener.port().orElseThrow();
        listener.stop();
        listener = listening("127.0.0.1:" + port);

        assertThat(listener.port()).hasValue(port);
    }
}
