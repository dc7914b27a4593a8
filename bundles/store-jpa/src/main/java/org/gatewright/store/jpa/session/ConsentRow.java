package org.gatewright.store.jpa.session;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Convert;
import org.jspecify.annotations.NullUnmarked;

/** A consent. */
@Entity
@Table(name = "user_consent")
@IdClass(ConsentRow.Key.class)
@NullUnmarked
class ConsentRow {

    @Id
    @Column(name = "user_id")
    @Convert("uuid")
    UUID user;

    @Id
    String application;

    String scopes;

    @Convert("instant")
    Instant expires;

    /** User and application. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        UUID user;
        String application;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && user.equals(key.user) && application.equals(key.application);
        }

        @Override
        public int hashCode() {
            return Objects.hash(user, application);
        }
    }
}
