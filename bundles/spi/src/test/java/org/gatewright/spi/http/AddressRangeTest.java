package org.gatewright.spi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        "10.0.0.0/8,::ffff:10.1.2.3,true",
        "10.0.0.0/8,::ffff:11.1.2.3,false",
        "::ffff:10.0.0.0/104,10.1.2.3,true",
        "::ffff:10.0.0.0/104,11.1.2.3,false",
        "::ffff:10.0.0.0/104,::ffff:a01:203,true",
        "::ffff:10.1.2.3,10.1.2.3,true",
        "2001:db8::/32,2001:0DB8:0:0:0:0:0:1,true",
        "127.0.0.1,127.0.0.1,true",
        "127.0.0.1,localhost,false"
    })
    void containsItsAddresses(String range, String address, boolean contained) {
        assertThat(AddressRange.parse(range).contains(address)).isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/x",
                "10.0.0.0/",
                "::ffff:10.0.0.0/8",
                "example.org/8",
                ""
            })
    void refusesWhatIsNoRange(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverAsksANameServer() {
        assertThat(AddressRange.isAddress("example.org")).isFalse();
    }
}
