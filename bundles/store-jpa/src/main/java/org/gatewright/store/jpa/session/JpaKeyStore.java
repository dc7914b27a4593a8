package org.gatewright.store.jpa.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.store.KeyStore;
import org.gatewright.store.jpa.transaction.Jpa;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps signing keys in the database. */
@Component
public final class JpaKeyStore implements KeyStore {

    private static final String MOMENT = "CAST(? AS TIMESTAMP WITH TIME ZONE)";

    private final Jpa jpa;

    @Activate
    public JpaKeyStore(@Reference Jpa jpa) {
        this.jpa = jpa;
    }

    @Override
    public List<Stored> list() {
        return jpa
                .read(statements -> statements.list(KeyRow.class, "SELECT r FROM KeyRow r ORDER BY r.created, r.id"))
                .stream()
                .map(KeyRow::stored)
                .toList();
    }

    @Override
    public boolean add(Stored key) {
        return jpa.write(statements -> statements.sql(
                        "INSERT INTO signing_key (id, name, algorithm, key_role, default_for, created, expires, public_jwk,"
                                + " sealed_private_jwk) VALUES (?, ?, ?, ?, CAST(? AS VARCHAR), ?, " + MOMENT
                                + ", ?, ?) ON CONFLICT DO NOTHING",
                        key.id(),
                        key.name(),
                        key.algorithm(),
                        key.role(),
                        key.role().equals(KeyRow.DEFAULT) ? Optional.of(key.algorithm()) : Optional.empty(),
                        key.created(),
                        key.expires(),
                        key.publicJwk(),
                        key.sealedPrivateJwk())
                == 1);
    }

    @Override
    public boolean change(UUID id, String expectedRole, String role, Optional<Instant> expires) {
        String defaultFor = role.equals(KeyRow.DEFAULT) ? "algorithm" : "NULL";
        return jpa.write(statements -> statements.sql(
                        "UPDATE signing_key SET key_role = ?, default_for = " + defaultFor + ", expires = " + MOMENT
                                + " WHERE id = ? AND key_role = ?",
                        role,
                        expires,
                        id,
                        expectedRole)
                == 1);
    }

    @Override
    public int deleteExpired(Instant now) {
        return jpa.write(statements -> statements.change("DELETE FROM KeyRow r WHERE r.expires <= ?1", now));
    }
}
