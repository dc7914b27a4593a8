package org.gatewright.store.jpa.session;

import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Convert;
import org.gatewright.spi.session.Session;
import org.gatewright.store.jpa.transaction.Json;
import org.jspecify.annotations.NullUnmarked;

/** A session. */
@Entity
@Table(name = "browser_session")
@NullUnmarked
class SessionRow {

    @Id
    @Convert("uuid")
    UUID id;

    @Column(name = "cookie_hash")
    String cookieHash;

    @Column(name = "user_id")
    @Convert("uuid")
    UUID user;

    @Column(name = "auth_time")
    @Convert("instant")
    Instant authTime;

    String methods;

    @Convert("instant")
    Instant expires;

    String address;

    @Column(name = "user_agent")
    String userAgent;

    void fill(Session session) {
        id = session.id();
        user = session.user();
        authTime = session.authTime();
        methods = Json.texts(session.methods());
        expires = session.expires();
    }

    Session session() {
        return new Session(id, user, authTime, Json.texts(methods), expires);
    }
}
