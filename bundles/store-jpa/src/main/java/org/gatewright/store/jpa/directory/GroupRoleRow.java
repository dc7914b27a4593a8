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

/** A group with a role. For queries; {@link Links} writes. */
@Entity
@ReadOnly
@Table(name = "group_role")
@IdClass(GroupRoleRow.Key.class)
@NullUnmarked
class GroupRoleRow {

    @Id
    @Column(name = "group_id")
    @Convert("uuid")
    UUID groupId;

    @Id
    @Column(name = "role_id")
    @Convert("uuid")
    UUID roleId;

    /** Both ids. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        UUID groupId;
        UUID roleId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && groupId.equals(key.groupId) && roleId.equals(key.roleId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(groupId, roleId);
        }
    }
}
