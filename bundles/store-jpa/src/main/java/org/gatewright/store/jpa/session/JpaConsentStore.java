package org.gatewright.store.jpa.session;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.port.store.ConsentStore;
import org.gatewright.store.jpa.transaction.Jpa;
import org.gatewright.store.jpa.transaction.Json;
import org.gatewright.store.jpa.transaction.Statements;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps consents in the database. */
@Component
public final class JpaConsentStore implements ConsentStore {

    private final Jpa jpa;

    @Activate
    public JpaConsentStore(@Reference Jpa jpa) {
        this.jpa = jpa;
    }

    @Override
    public Optional<Set<String>> find(UUID user, String application, Instant now) {
        return jpa.read(statements -> statements.first(
                        ConsentRow.class,
                        "SELECT r FROM ConsentRow r WHERE r.user = ?1 AND r.application = ?2"
                                + " AND (r.expires IS NULL OR r.expires > ?3)",
                        user,
                        application,
                        now))
                .map(row -> new LinkedHashSet<>(Json.texts(row.scopes)));
    }

    @Override
    public void save(UUID user, String application, Set<String> scopes, Optional<Instant> expires) {
        String json = Json.texts(scopes);
        jpa.run(statements -> {
            if (!update(statements, user, application, json, expires)
                    && !insert(statements, user, application, json, expires)) {
                update(statements, user, application, json, expires); // somebody else inserted meanwhile
            }
        });
    }

    private static boolean update(
            Statements statements, UUID user, String application, String scopes, Optional<Instant> expires) {
        return statements.sql(
                        "UPDATE user_consent SET scopes = ?, expires = CAST(? AS TIMESTAMP WITH TIME ZONE)"
                                + " WHERE user_id = ? AND application = ?",
                        scopes,
                        expires,
                        user,
                        application)
                == 1;
    }

    private static boolean insert(
            Statements statements, UUID user, String application, String scopes, Optional<Instant> expires) {
        return statements.sql(
                        "INSERT INTO user_consent (user_id, application, scopes, expires)"
                                + " VALUES (?, ?, ?, CAST(? AS TIMESTAMP WITH TIME ZONE)) ON CONFLICT DO NOTHING",
                        user,
                        application,
                        scopes,
                        expires)
                == 1;
    }
}
