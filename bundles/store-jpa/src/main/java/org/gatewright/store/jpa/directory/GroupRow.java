package org.gatewright.store.jpa.directory;

import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Convert;
import org.gatewright.json.JsonText;
import org.gatewright.port.directory.GroupFields;
import org.jspecify.annotations.NullUnmarked;

/** A group without its links. */
@Entity
@Table(name = "user_group")
@NullUnmarked
class GroupRow {

    @Id
    @Convert("uuid")
    UUID id;

    String name;

    /** The name in lower case: unique, and what searches look at. */
    @Column(name = "name_lower")
    String searchText;

    boolean superuser;
    String attributes;

    void fill(GroupFields fields) {
        name = fields.name();
        searchText = UserRow.lower(name);
        superuser = fields.superuser();
        attributes = JsonText.write(fields.attributes());
    }
}
