package org.gatewright.store.jpa.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenDatabaseTest {

    @ParameterizedTest
    @ValueSource(ints = {90098, 90121, 90020, 90028, 90031, 90030})
    void isMeantByTheErrorsOfTheFile(int code) {
        SQLException failure = new SQLException("it says", String.valueOf(code), code);

        assertThat(BrokenDatabase.isMeantBy(failure)).isTrue();
        assertThat(BrokenDatabase.isMeantBy(new SQLTransientConnectionException("the pool wraps", failure)))
                .isTrue();
    }

    @Test
    void isMeantByAFailedWriteOfTheStore() {
        assertThat(BrokenDatabase.isMeantBy(new SQLException("x", new MVStoreException(2, "writing failed"))))
                .isTrue();
    }

    @Test
    void isNotMeantByATransactionThatLostOrByAPoolThatIsEmpty() {
        assertThat(BrokenDatabase.isMeantBy(new SQLException("x", new MVStoreException(105, "deadlock"))))
                .isFalse();
        assertThat(BrokenDatabase.isMeantBy(new SQLException("unique", "23505", 23505)))
                .isFalse();
        assertThat(BrokenDatabase.isMeantBy(new SQLTransientConnectionException("timed out")))
                .isFalse();
    }
}
