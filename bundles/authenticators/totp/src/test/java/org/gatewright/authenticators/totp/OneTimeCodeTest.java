package org.gatewright.authenticators.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodeTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 4226, appendix D. */
    @ParameterizedTest
    @CsvSource({
        "0,755224",
        "1,287082",
        "2,359152",
        "3,969429",
        "4,338314",
        "5,254676",
        "6,287922",
        "7,162583",
        "8,399871",
        "9,520489"
    })
    void computesTheCodesOfRfc4226(long counter, String code) {
        assertThat(OneTimeCode.at(SECRET, counter, 6, Algorithm.SHA1)).isEqualTo(code);
    }

    /** RFC 6238, appendix B, with the longer secrets of its erratum 2866. */
    @ParameterizedTest
    @CsvSource({
        "59,SHA1,94287082", "59,SHA256,46119246", "59,SHA512,90693936",
        "1111111109,SHA1,07081804", "1111111109,SHA256,68084774", "1111111109,SHA512,25091201",
        "1111111111,SHA1,14050471", "1111111111,SHA256,67062674", "1111111111,SHA512,99943326",
        "1234567890,SHA1,89005924", "1234567890,SHA256,91819424", "1234567890,SHA512,93441116",
        "2000000000,SHA1,69279037", "2000000000,SHA256,90698825", "2000000000,SHA512,38618901",
        "20000000000,SHA1,65353130", "20000000000,SHA256,77737706", "20000000000,SHA512,47863826"
    })
    void computesTheCodesOfRfc6238(long second, Algorithm algorithm, String code) {
        int length =
                switch (algorithm) {
                    case SHA1 -> 20;
                    case SHA256 -> 32;
                    case SHA512 -> 64;
                };
        byte[] secret = "1234567890".repeat(7).substring(0, length).getBytes(StandardCharsets.US_ASCII);
        long step = OneTimeCode.step(Instant.ofEpochSecond(second));
        assertThat(OneTimeCode.at(secret, step, 8, algorithm)).isEqualTo(code);
    }

    /** RFC 4648, section 10, without padding. */
    @ParameterizedTest
    @CsvSource({"'',''", "f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void writesBase32AsRfc4648(String text, String encoded) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
    }

    @Test
    void beginsAStepEveryHalfMinute() {
        assertThat(OneTimeCode.step(Instant.ofEpochSecond(29))).isZero();
        assertThat(OneTimeCode.step(Instant.ofEpochSecond(30))).isOne();
    }
}
