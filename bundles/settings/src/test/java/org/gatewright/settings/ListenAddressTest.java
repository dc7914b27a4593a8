package org.gatewright.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressTest {

    private static final SettingName HTTP = new SettingName("listen", "http");

    @Test
    void readsAddressAndPort() {
        assertThat(ListenAddress.parse(HTTP, "127.0.0.1:9000")).isEqualTo(new ListenAddress(HTTP, "127.0.0.1", 9000));
        assertThat(ListenAddress.parse(HTTP, ":80").host()).isEqualTo("0.0.0.0");
        assertThat(ListenAddress.parse(HTTP, "[::1]:80").host()).isEqualTo("::1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9000", "localhost", "host:0", "host:65536", "host:http", "::1:9000", "a b:1"})
    void refusesAnythingElseAndNamesTheSetting(String text) {
        assertThatThrownBy(() -> ListenAddress.parse(HTTP, text))
                .isInstanceOf(SettingsProblem.class)
                .hasMessageContaining("GATEWRIGHT_LISTEN__HTTP")
                .hasMessageContaining(text);
    }

    @Test
    void refusesAPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ListenAddress address = new ListenAddress(HTTP, "127.0.0.1", taken.getLocalPort());
            assertThatThrownBy(address::requireFree)
                    .isInstanceOf(SettingsProblem.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("GATEWRIGHT_LISTEN__HTTP");
        }
    }

    @Test
    void isReachedByLocalhostWhenItListensEverywhere() {
        assertThat(ListenAddress.parse(HTTP, "0.0.0.0:1").reachableHost()).isEqualTo("localhost");
        assertThat(ListenAddress.parse(HTTP, "[::1]:1").reachableHost()).isEqualTo("[::1]");
    }
}
