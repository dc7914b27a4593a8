package org.gatewright.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "::1", "0:0:0:0:0:0:0:1"})
    void isLocalOnLoopback(String address) {
        assertThat(Peer.isLocal(new FakeRequest(address).build(), "localhost")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "192.168.1.1", "2001:db8::1", "::ffff:10.0.0.1", "localhost", ""})
    void isNotLocalFromElsewhere(String address) {
        assertThat(Peer.isLocal(new FakeRequest(address).build(), "localhost")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "x-forwarded-host", "Forwarded", "Via", "X-Real-IP"})
    void isNotLocalThroughAProxy(String header) {
        assertThat(Peer.isLocal(
                        new FakeRequest("127.0.0.1").header(header, "127.0.0.1").build(), "localhost"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id.example.org", "localhost.example.org", "10.0.0.1"})
    void isNotLocalUnderAPublicName(String host) {
        assertThat(Peer.isLocal(new FakeRequest("127.0.0.1").build(), host)).isFalse();
    }
}
