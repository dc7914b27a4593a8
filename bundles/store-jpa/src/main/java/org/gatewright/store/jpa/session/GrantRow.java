package org.gatewright.store.jpa.session;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Convert;
import org.gatewright.json.JsonText;
import org.gatewright.spi.session.Grant;
import org.gatewright.store.jpa.transaction.Json;
import org.jspecify.annotations.NullUnmarked;

/** A grant. */
@Entity
@Table(name = "token_grant")
@NullUnmarked
class GrantRow {

    @Id
    @Convert("uuid")
    UUID id;

    @Column(name = "provider_id")
    @Convert("uuid")
    UUID provider;

    @Column(name = "user_id")
    @Convert("uuid")
    UUID user;

    @Column(name = "session_id")
    @Convert("uuid")
    UUID session;

    @Column(name = "outlives_session")
    boolean outlivesSession;

    String scopes;
    String data;

    @Convert("instant")
    Instant created;

    @Convert("instant")
    Instant expires;

    static GrantRow of(Grant grant) {
        GrantRow row = new GrantRow();
        row.id = grant.id();
        row.provider = grant.provider();
        row.user = grant.user().orElse(null);
        row.session = grant.session().orElse(null);
        row.outlivesSession = grant.outlivesSession();
        row.scopes = Json.texts(grant.scopes());
        row.data = JsonText.write(grant.data());
        row.created = grant.created();
        row.expires = grant.expires();
        return row;
    }

    Grant grant() {
        return new Grant(
                id,
                provider,
                Optional.ofNullable(user),
                Optional.ofNullable(session),
                outlivesSession,
                new LinkedHashSet<>(Json.texts(scopes)),
                JsonText.read(data),
                created,
                expires);
    }
}
