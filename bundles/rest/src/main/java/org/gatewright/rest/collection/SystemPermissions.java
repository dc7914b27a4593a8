package org.gatewright.rest.collection;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gatewright.port.directory.AccessControl;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.Permission;

/** What somebody may do with all objects of a model, so that pages offer nothing else. Each call is asked for its permission all the same. */
record SystemPermissions(AccessControl access, Supplier<Stream<Collection>> collections) {

    /** Lists the permissions, such as {@code view_user}. */
    List<String> of(Actor actor) {
        return collections
                .get()
                .flatMap(SystemPermissions::of)
                .distinct()
                .filter(permission -> access.allows(actor, permission))
                .map(permission -> permission.action() + "_" + permission.model())
                .sorted()
                .toList();
    }

    private static Stream<Permission> of(Collection collection) {
        Stream<String> ofOperations = collection.operations().stream().map(Collection.Operation::permission);
        Stream<String> ofActions = collection.actions().values().stream()
                .map(Collection.Action::permission)
                .flatMap(Optional::stream);
        Stream<String> ofUpload = collection.upload().stream().map(upload -> "add");
        return Stream.of(ofOperations, ofActions, ofUpload)
                .flatMap(each -> each)
                .map(action -> Permission.of(action, collection.model()));
    }
}
