package org.gatewright.store.jpa.directory;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Convert;
import org.eclipse.persistence.annotations.ReadOnly;
import org.jspecify.annotations.NullUnmarked;

/** A group with itself, or with one that it is nested in. For queries; {@link Links} writes. */
@Entity
@ReadOnly
@Table(name = "group_ancestor")
@IdClass(AncestorRow.Key.class)
@NullUnmarked
class AncestorRow {

    @Id
    @Column(name = "group_id")
    @Convert("uuid")
    UUID groupId;

    @Id
    @Column(name = "ancestor_id")
    @Convert("uuid")
    UUID ancestorId;

    /** Both ids. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        UUID groupId;
        UUID ancestorId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && groupId.equals(key.groupId) && ancestorId.equals(key.ancestorId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(groupId, ancestorId);
        }
    }
}
