package org.gatewright.kernel.directory;

import java.util.Optional;
import org.gatewright.port.directory.AccessControl;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.Permission;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.store.GroupStore;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.error.GatewrightException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Allows what the roles of an actor's groups say, nothing by default. */
@Component
public final class RoleAccessControl implements AccessControl {

    private final GroupStore groups;

    /** Takes the store of roles. */
    @Activate
    public RoleAccessControl(@Reference GroupStore groups) {
        this.groups = groups;
    }

    @Override
    public boolean allows(Actor actor, Permission permission) {
        return actor.isSystem()
                || actor.user().filter(user -> mayDo(user, permission)).isPresent();
    }

    @Override
    public void require(Actor actor, Permission permission) {
        if (!allows(actor, permission)) {
            throw new GatewrightException(
                    CommonError.DENIED,
                    "This needs the permission to " + permission.action() + " " + permission.model() + " objects.");
        }
    }

    private boolean mayDo(User user, Permission permission) {
        return user.active() && (user.superuser() || isOneself(user, permission) || rolesAllow(user, permission));
    }

    private boolean rolesAllow(User user, Permission permission) {
        return groups.rolesOf(user.id()).stream()
                .flatMap(role -> role.permissions().stream())
                .anyMatch(held -> held.covers(permission));
    }

    private static boolean isOneself(User user, Permission permission) {
        return permission.action().equals("view")
                && permission.model().equals("user")
                && permission.object().equals(Optional.of(user.id()));
    }
}
