package org.gatewright.store.jpa.session;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.store.GrantStore;
import org.gatewright.spi.session.Grant;
import org.gatewright.store.jpa.transaction.Jpa;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps grants in the database. Revoking writes the id into a table of its own and deletes the row, so it does not matter which of adding and revoking is committed
 * first.
 */
@Component
public final class JpaGrantStore implements GrantStore {

    private static final String ALIVE = "SELECT r FROM GrantRow r WHERE r.id = ?1 AND r.expires > ?2"
            + " AND (r.user IS NULL OR EXISTS (SELECT u.id FROM UserRow u WHERE u.id = r.user AND u.active = TRUE))"
            + " AND (r.session IS NULL OR r.outlivesSession = TRUE"
            + " OR EXISTS (SELECT s.id FROM SessionRow s WHERE s.id = r.session AND s.expires > ?2))"
            + " AND NOT EXISTS (SELECT v.id FROM RevokedGrantRow v WHERE v.id = r.id)";

    private final Jpa jpa;

    @Activate
    public JpaGrantStore(@Reference Jpa jpa) {
        this.jpa = jpa;
    }

    @Override
    public void add(Grant grant) {
        jpa.run(statements -> statements.insert(GrantRow.of(grant)));
    }

    @Override
    public Optional<Grant> findAlive(UUID id, Instant now) {
        return jpa.read(statements -> statements.first(GrantRow.class, ALIVE, id, now))
                .map(GrantRow::grant);
    }

    @Override
    public boolean revoke(UUID id) {
        return jpa.write(statements -> {
            // the scalar subselect is NULL if there is no such grant: the id is remembered for ever then
            boolean first = statements.sql(
                            "INSERT INTO revoked_grant (id, expires)"
                                    + " VALUES (?, (SELECT g.expires FROM token_grant g WHERE g.id = ?)) ON CONFLICT DO NOTHING",
                            id,
                            id)
                    == 1;
            boolean deleted = statements.change("DELETE FROM GrantRow r WHERE r.id = ?1", id) == 1;
            return first && deleted;
        });
    }

    @Override
    public void revokeOfSession(UUID session) {
        revokeWhere("session_id = ? AND NOT outlives_session", session);
    }

    @Override
    public void revokeOfUser(UUID user) {
        revokeWhere("user_id = ?", user);
    }

    @Override
    public void addRevokedToken(String tokenId, Instant until) {
        jpa.run(statements -> statements.sql(
                "INSERT INTO revoked_token (id, expires) VALUES (?, ?) ON CONFLICT DO NOTHING", tokenId, until));
    }

    @Override
    public boolean isTokenRevoked(String tokenId) {
        return !jpa.read(statements -> statements
                .rows("SELECT 1 FROM revoked_token WHERE id = ?", tokenId)
                .isEmpty());
    }

    @Override
    public int deleteExpired(Instant now) {
        return jpa.write(statements -> statements.change("DELETE FROM GrantRow r WHERE r.expires <= ?1", now)
                + statements.change("DELETE FROM ConsentRow r WHERE r.expires <= ?1", now)
                + statements.sql("DELETE FROM revoked_grant WHERE expires <= ?", now)
                + statements.sql("DELETE FROM revoked_token WHERE expires <= ?", now));
    }

    private void revokeWhere(String condition, UUID parameter) {
        jpa.run(statements -> {
            statements.sql(
                    "INSERT INTO revoked_grant (id, expires) SELECT id, expires FROM token_grant WHERE " + condition
                            + " ON CONFLICT DO NOTHING",
                    parameter);
            statements.sql("DELETE FROM token_grant WHERE " + condition, parameter);
        });
    }
}
