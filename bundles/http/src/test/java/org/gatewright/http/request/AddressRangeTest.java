package org.gatewright.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gatewright.port.http.AddressRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,10.255.0.1,true",
        "10.0.0.0/8,11.0.0.1,false",
        "192.168.1.128/25,192.168.1.127,false",
        "192.168.1.128/25,192.168.1.128,true",
        "0.0.0.0/0,203.0.113.1,true",
        "fc00::/7,fd12::1,true",
        "fc00::/7,2001:db8::1,false",
        "10.0.0.0/8,::1,false",
        "127.0.0.1,127.0.0.1,true",
        "127.0.0.1,localhost,false"
    })
    void containsItsAddresses(String range, String address, boolean contained) {
        assertThat(AddressRange.parse(range).contains(address)).isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/-1", "example.org/8", ""})
    void refusesWhatIsNoRange(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverAsksANameServer() {
        assertThat(AddressRange.isAddress("example.org")).isFalse();
    }
}
