package org.gatewright.store.jpa.session;

import java.time.Instant;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Convert;
import org.gatewright.port.store.SingleUseStore;
import org.jspecify.annotations.NullUnmarked;

/** A value that can be used once. */
@Entity
@Table(name = "single_use")
@NullUnmarked
class SingleUseRow {

    @Id
    String hash;

    String purpose;
    String data;
    boolean used;

    @Convert("instant")
    Instant expires;

    SingleUseStore.Stored stored() {
        return new SingleUseStore.Stored(purpose, data, used, expires);
    }
}
