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

/** A user in a group. For queries; {@link Links} writes. */
@Entity
@ReadOnly
@Table(name = "group_member")
@IdClass(MemberRow.Key.class)
@NullUnmarked
class MemberRow {

    @Id
    @Column(name = "user_id")
    @Convert("uuid")
    UUID userId;

    @Id
    @Column(name = "group_id")
    @Convert("uuid")
    UUID groupId;

    /** Both ids. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        UUID userId;
        UUID groupId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && userId.equals(key.userId) && groupId.equals(key.groupId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(userId, groupId);
        }
    }
}
