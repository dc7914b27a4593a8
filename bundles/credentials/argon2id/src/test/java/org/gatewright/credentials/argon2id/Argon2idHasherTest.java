package org.gatewright.credentials.argon2id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.gatewright.spi.credential.PasswordHasher;
import org.gatewright.spi.data.SecretText;
import org.gatewright.testkit.credential.PasswordHasherContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2idHasherTest extends PasswordHasherContract {

    private static final SecretText PASSWORD = SecretText.of("password");

    private final PasswordHasher hasher = new Argon2idHasher(new Cost(64, 2, 1), 2);

    @Override
    protected PasswordHasher hasher() {
        return hasher;
    }

    @Test
    void writesThePhcFormat() {
        assertThat(hasher.hash(PASSWORD))
                .matches("\\$argon2id\\$v=19\\$m=64,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    /** Vectors of the reference implementation, src/test.c. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "password $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "password $argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "password $argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
                "password $argon2id$v=19$m=65536,t=1,p=1$c29tZXNhbHQ$9qWtwbpyPd3vm1rB1GThgPzZ3/ydHL92zKL+15XZypg",
                "password $argon2id$v=19$m=65536,t=4,p=1$c29tZXNhbHQ$kCXUjmjvc5XMqQedpMTsOv+zyJEf5PhtGiUghW9jFyw",
                "differentpassword $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$C4TWUs9rDEvq7w3+J4umqA32aWKB1+DSiRuBfYxFj94",
                "password $argon2id$v=19$m=65536,t=2,p=1$ZGlmZnNhbHQ$vfMrBczELrFdWP0ZsfhWsRPaHppYdP3MVEMIVlqoFBw"
            })
    void agreesWithTheReferenceImplementation(String password, String stored) {
        assertThat(hasher.verify(SecretText.of(password), stored)).isTrue();
        assertThat(hasher.verify(SecretText.of(password + "x"), stored)).isFalse();
    }

    /** RFC 9106 section 5.3, whose secret and associated data no stored password has: it proves the library. */
    @Test
    void standsOnALibraryThatAgreesWithTheRfc() {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(19)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(bytes(16, 2))
                .withSecret(bytes(8, 3))
                .withAdditional(bytes(12, 4))
                .build());
        byte[] tag = new byte[32];
        generator.generateBytes(bytes(32, 1), tag);
        assertThat(HexFormat.of().formatHex(tag))
                .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=32,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=16$m=64,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$m=64,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=64,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=64,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$nf65EOgLrQMR/uIPnA4rEg"
            })
    void wishesToReplaceWeakerHashes(String stored) {
        assertThat(hasher.needsRehash(stored)).isTrue();
    }

    @Test
    void keepsStrongerHashes() {
        assertThat(
                        hasher.needsRehash(
                                "$argon2id$v=19$m=128,t=3,p=2$c29tZXNhbHRzb21lc2FsdA$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=1048577,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR",
                "$argon2id$v=19$m=999999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR",
                "$argon2id$v=19$m=9999999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR",
                "$argon2id$v=19$m=64,t=101,p=1$c29tZXNhbHQ$nf65EOgLrQMR",
                "$argon2id$v=19$m=64,t=0,p=1$c29tZXNhbHQ$nf65EOgLrQMR",
                "$argon2id$v=19$m=4096,t=1,p=65$c29tZXNhbHQ$nf65EOgLrQMR",
                "$argon2id$v=19$m=7,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR",
                "$argon2id$v=18$m=64,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR",
                "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$nf6",
                "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ",
                "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMRA",
                "$argon2id$",
                "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR"
            })
    void refusesWhatIsMalformedOrTooExpensive(String stored) {
        assertThatThrownBy(() -> hasher.verify(PASSWORD, stored)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hasher.needsRehash(stored)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesHashesThatCostMoreThanTheWholeBudget() {
        String expensive = new Argon2idHasher(new Cost(4096, 1, 2), 1).hash(PASSWORD);
        assertThat(hasher.verify(PASSWORD, expensive)).isTrue();
    }

    private static byte[] bytes(int length, int value) {
        byte[] bytes = new byte[length];
        java.util.Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
