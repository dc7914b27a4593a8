package org.gatewright.store.jpa.directory;

import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Convert;
import org.gatewright.json.JsonText;
import org.gatewright.port.directory.Permission;
import org.gatewright.port.directory.Role;
import org.gatewright.spi.data.JsonObject;
import org.jspecify.annotations.NullUnmarked;

/** A role. */
@Entity
@Table(name = "access_role")
@NullUnmarked
class RoleRow {

    @Id
    @Convert("uuid")
    UUID id;

    String name;
    String permissions;

    void fill(Role role) {
        name = role.name();
        permissions = JsonText.write(JsonObject.of(
                "permissions", role.permissions().stream().map(RoleRow::json).toList()));
    }

    Role role() {
        return new Role(
                id,
                name,
                JsonText.read(permissions).objects("permissions").stream()
                        .map(RoleRow::permission)
                        .toList());
    }

    private static JsonObject json(Permission permission) {
        return JsonObject.of("action", permission.action())
                .with("model", permission.model())
                .with("object", permission.object());
    }

    private static Permission permission(JsonObject json) {
        return new Permission(
                json.text("action").orElseThrow(),
                json.text("model").orElseThrow(),
                json.text("object").map(UUID::fromString));
    }
}
