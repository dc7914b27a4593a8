package org.gatewright.store.jpa.session;

import java.time.Instant;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Convert;
import org.eclipse.persistence.annotations.ReadOnly;
import org.jspecify.annotations.NullUnmarked;

/** A grant that was revoked, or is revoked when it comes. For queries. */
@Entity
@ReadOnly
@Table(name = "revoked_grant")
@NullUnmarked
class RevokedGrantRow {

    @Id
    @Convert("uuid")
    UUID id;

    @Convert("instant")
    Instant expires;
}
