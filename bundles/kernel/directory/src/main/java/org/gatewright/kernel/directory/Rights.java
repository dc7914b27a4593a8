package org.gatewright.kernel.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.directory.AccessControl;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.Group;
import org.gatewright.port.directory.Permission;
import org.gatewright.port.directory.Role;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.store.GroupStore;
import org.gatewright.port.store.UserStore;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.error.GatewrightException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rule that nobody grants what they do not hold, and that nobody changes somebody, or some group, that holds more. */
@Component(service = Rights.class)
public final class Rights {

    private final GroupStore groups;
    private final UserStore users;
    private final AccessControl access;

    /** Takes what it asks. */
    @Activate
    public Rights(@Reference GroupStore groups, @Reference UserStore users, @Reference AccessControl access) {
        this.groups = groups;
        this.users = users;
        this.access = access;
    }

    /** Refuses unless the actor holds all that members of these groups get. */
    void requirePowerOfGroups(Actor actor, Collection<UUID> ids) {
        if (isUnlimited(actor)) {
            return;
        }
        List<Group> gained =
                ids.stream().flatMap(id -> groups.withAncestors(id).stream()).toList();
        if (gained.stream().anyMatch(group -> group.fields().superuser())) {
            throw denied("Only superusers may change who is a superuser.");
        }
        requirePowerOfRoles(
                actor,
                gained.stream()
                        .flatMap(group -> group.fields().roles().stream())
                        .toList());
    }

    /** Refuses unless the actor holds all permissions of these roles. */
    void requirePowerOfRoles(Actor actor, Collection<UUID> roles) {
        requirePermissions(
                actor,
                roles.stream()
                        .distinct()
                        .flatMap(id -> groups.role(id).stream())
                        .flatMap(role -> role.permissions().stream())
                        .toList());
    }

    /** Refuses unless the actor holds these permissions. */
    void requirePermissions(Actor actor, Collection<Permission> permissions) {
        boolean holdsAll =
                isUnlimited(actor) || permissions.stream().allMatch(permission -> access.allows(actor, permission));
        if (!holdsAll) {
            throw denied("This would give a permission that you do not have yourself.");
        }
    }

    /** Refuses unless the actor is a superuser. */
    void requireSuperuser(Actor actor) {
        if (!isUnlimited(actor)) {
            throw denied("Only superusers may make superusers.");
        }
    }

    /** Refuses unless the target is the actor, or holds nothing that the actor does not. */
    void requirePowerOver(Actor actor, User target) {
        boolean oneself = actor.user().map(User::id).equals(Optional.of(target.id()));
        if (oneself || isUnlimited(actor)) {
            return;
        }
        if (target.superuser()) {
            throw denied("Only superusers may change a superuser.");
        }
        List<Permission> held = groups.rolesOf(target.id()).stream()
                .map(Role::permissions)
                .flatMap(List::stream)
                .toList();
        if (!held.stream().allMatch(permission -> access.allows(actor, permission))) {
            throw denied("This user has a permission that you do not have yourself.");
        }
    }

    /** Runs the change in the surrounding transaction, and refuses it if it leaves no active superuser where there was one. */
    void keepingSuperuser(Runnable change) {
        boolean before = users.hasSuperuser();
        change.run();
        if (before && !users.hasSuperuser()) {
            throw new GatewrightException(
                    DirectoryError.LAST_SUPERUSER,
                    "This would leave no active superuser. Make somebody else a superuser first.");
        }
    }

    private static boolean isUnlimited(Actor actor) {
        return actor.isSystem()
                || actor.user()
                        .filter(user -> user.active() && user.superuser())
                        .isPresent();
    }

    private static GatewrightException denied(String sentence) {
        return new GatewrightException(CommonError.DENIED, sentence);
    }
}
