package org.gatewright.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gatewright.spi.http.ClientInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientResolverTest {

    private final ClientResolver resolver = new ClientResolver(new TrustedProxies("10.0.0.0/8, ::1"));

    @Test
    void followsTheOutsideNameOfATrustedProxy() {
        ClientInfo client = resolver.resolve(new FakeRequest("10.1.2.3")
                .header("X-Forwarded-For", "203.0.113.7")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "id.example.org")
                .build());

        assertThat(client.origin()).hasToString("https://id.example.org");
        assertThat(client.address()).isEqualTo("203.0.113.7");
    }

    @Test
    void ignoresTheHeadersOfAnybodyElse() {
        ClientInfo client = resolver.resolve(new FakeRequest("203.0.113.9")
                .header("X-Forwarded-For", "198.51.100.1")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "for=198.51.100.1;host=evil.example;proto=https")
                .build());

        assertThat(client.origin()).hasToString("http://localhost:9000");
        assertThat(client.address()).isEqualTo("203.0.113.9");
    }

    @Test
    void doesNotBelieveAnAddressThatTheClientPutInFront() {
        ClientInfo client = resolver.resolve(new FakeRequest("10.0.0.1")
                .header("X-Forwarded-For", "1.2.3.4, 203.0.113.7, 10.0.0.2")
                .build());

        assertThat(client.address()).isEqualTo("203.0.113.7");
    }

    @Test
    void readsTheStandardHeaderFirst() {
        ClientInfo client = resolver.resolve(new FakeRequest("::1")
                .header("Forwarded", "for=\"[2001:db8::7]:4711\";proto=https;host=id.example.org:8443")
                .header("X-Forwarded-Host", "other.example")
                .build());

        assertThat(client.origin()).hasToString("https://id.example.org:8443");
        assertThat(client.address()).isEqualTo("2001:db8::7");
    }

    @Test
    void leavesOutTheStandardPort() {
        assertThat(resolver.resolve(new FakeRequest("10.0.0.1")
                                .host("id.example.org:443")
                                .header("X-Forwarded-Proto", "https")
                                .build())
                        .origin())
                .hasToString("https://id.example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "evil.example/path", "x@y", "", "a.example:port", "<script>"})
    void refusesWhatIsNotAHost(String host) {
        assertThatThrownBy(() -> resolver.resolve(
                        new FakeRequest("203.0.113.9").host(host).build()))
                .isInstanceOf(BadRequestException.class);
    }
}
