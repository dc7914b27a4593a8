package org.gatewright.store.jpa.flow;

import java.time.Instant;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Convert;
import org.gatewright.port.store.FlowState;
import org.jspecify.annotations.NullUnmarked;

/** A running flow. */
@Entity
@Table(name = "flow_state")
@NullUnmarked
class FlowRow {

    @Id
    @Convert("uuid")
    UUID id;

    long version;
    String sealed;
    boolean ended;

    @Convert("instant")
    Instant expires;

    FlowState state() {
        return new FlowState(id, version, sealed, ended, expires);
    }
}
