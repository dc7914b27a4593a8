package org.gatewright.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HkdfTest {

    /** RFC 5869, appendix A.1: the first 32 of its 42 bytes. */
    @Test
    void derivesWhatTheRfcSays() {
        byte[] secret = new byte[22];
        Arrays.fill(secret, (byte) 0x0b);
        byte[] key = Hkdf.derive(
                secret,
                HexFormat.of().parseHex("000102030405060708090a0b0c"),
                HexFormat.of().parseHex("f0f1f2f3f4f5f6f7f8f9"));
        assertThat(HexFormat.of().formatHex(key))
                .isEqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf");
    }
}
