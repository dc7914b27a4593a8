package org.gatewright.store.jpa.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.gatewright.testkit.port.FakeSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {

    private static final FakeSettings POSTGRES = new FakeSettings().with("postgresql", "host", "db.example.org");

    @Test
    void choosesTheEmbeddedDatabaseWithoutAHost() {
        assertThat(Target.of(new FakeSettings()).description()).startsWith("the embedded database in /");
    }

    @Test
    void choosesPostgresWithAHostAndKeepsThePasswordToItself() {
        Target target = Target.of(POSTGRES.with("postgresql", "password", "s3cret"));

        assertThat(target.description())
                .isEqualTo("PostgreSQL at db.example.org:5432, database gatewright, user gatewright");
    }

    @ParameterizedTest
    @CsvSource({"port,0", "port,65536", "port,abc", "sslmode,maybe"})
    void namesTheSettingThatIsWrong(String key, String value) {
        assertThatThrownBy(() -> Target.of(POSTGRES.with("postgresql", key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GATEWRIGHT_POSTGRESQL__" + key.toUpperCase(java.util.Locale.ROOT))
                .hasMessageContaining(value);
    }

    @ParameterizedTest
    @CsvSource({
        "28P01,PASSWORD",
        "3D000,Create the database",
        "42501,owner",
        "0A000,PostgreSQL 14 or newer",
        "08001,Start it",
        "53100,disk"
    })
    void saysWhatToDo(String state, String hint) {
        Target target = Target.of(POSTGRES);

        assertThat(Sentences.unreachable(target, new SQLException("it says no", state)))
                .contains("it says no", "db.example.org:5432", hint);
    }
}
