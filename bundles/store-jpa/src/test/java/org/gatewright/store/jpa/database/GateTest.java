package org.gatewright.store.jpa.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {

    @TempDir
    private Path folder;

    private Gate gate(String options) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.resolve("gate") + options);
        return new Gate(source);
    }

    @Test
    void letsNobodyInWhileItIsClosed() throws SQLException {
        Gate gate = gate("");
        gate.close();

        assertThatThrownBy(gate::getConnection)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08003"));
        gate.open();
        assertThatCode(() -> gate.getConnection().close()).doesNotThrowAnyException();
    }

    @Test
    void opensOnceTheLastOneHasLeft() throws SQLException {
        Gate gate = gate("");
        Connection first = gate.getConnection();
        Connection second = gate.getConnection();
        gate.close();

        first.close();
        first.close(); // is counted once
        assertThatThrownBy(gate::open).isInstanceOf(SQLException.class).hasMessageContaining("1 old connections");
        second.close();
        assertThatCode(gate::open).doesNotThrowAnyException();
    }

    @Test
    void letsThemInWhileOthersAreInside() throws SQLException {
        Gate gate = gate("");

        try (Connection first = gate.getConnection()) {
            gate.open();
            try (Connection second = gate.getConnection()) {
                assertThat(second).isNotSameAs(first);
            }
        }
    }

    @Test
    void countsNobodyWhoDidNotGetIn() throws SQLException {
        Gate gate = gate(";IFEXISTS=TRUE");
        assertThatThrownBy(gate::getConnection).isInstanceOf(SQLException.class);
        gate.close();

        assertThatCode(gate::open).doesNotThrowAnyException();
    }

    @Test
    void countsWhoLeavesABrokenDatabase() throws SQLException {
        Gate gate = gate("");
        Connection broken = gate.getConnection();
        try (Connection other = gate.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        }
        gate.close();

        assertThatThrownBy(gate::open).isInstanceOf(SQLException.class);
        broken.close();
        assertThatCode(gate::open).doesNotThrowAnyException();
    }
}
