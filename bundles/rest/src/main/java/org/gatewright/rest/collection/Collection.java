package org.gatewright.rest.collection;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.GatewrightException;

/** Objects of one model behind {@code /api/v3/<path>/}. The dispatcher has asked for the permission before it calls an operation. */
public interface Collection {

    /** What can be done with a collection and its objects. */
    enum Operation {
        /** Reading all. */
        LIST("view"),
        /** Reading one. */
        RETRIEVE("view"),
        /** Making one. */
        CREATE("add"),
        /** Changing one. */
        UPDATE("change"),
        /** Removing one. */
        DELETE("delete");

        private final String permission;

        Operation(String permission) {
            this.permission = permission;
        }

        /** Returns the action of the permission that is needed. */
        public String permission() {
            return permission;
        }
    }

    /** Does something with one object, or reads something of the collection. */
    interface Action {
        /** Returns the action of the permission that is needed, or empty if the action decides by itself. */
        Optional<String> permission();

        /** Returns the JSON Schema of the body that it takes, if it takes one. */
        Optional<JsonObject> input();

        /** Returns the JSON Schema of what it answers; empty if it answers nothing. */
        Optional<JsonObject> answer();

        /** Acts. The key is empty for a view of the collection. */
        JsonObject act(Actor actor, String key, JsonObject body);
    }

    /** Takes a file that is posted to the collection. */
    interface Upload {
        /** Returns the JSON Schema of what it answers. */
        JsonObject answer();

        /** Returns the JSON Schema of what it says of a file that it only looks at. */
        JsonObject report();

        /** Looks at the content, with the parameters that were given, and changes nothing. */
        JsonObject check(byte[] content, Map<String, String> parameters);

        /** Returns the JSON Schema of each parameter in the query. */
        Map<String, JsonObject> parameters();

        /** Takes the content, with the parameters that were given. */
        Taken take(Actor actor, byte[] content, Map<String, String> parameters);
    }

    /**
     * What came of an upload.
     *
     * @param isNew whether something is there that was not
     */
    record Taken(boolean isNew, JsonObject answer) {}

    /** Returns the path, such as {@code core/users}. */
    String path();

    /** Returns the model's name in permissions. */
    String model();

    /** Returns what settings that refer to one of its objects call it. */
    default String reference() {
        return model();
    }

    /** Returns the name of the field whose value the addresses of its objects end with. */
    default String keyField() {
        return "pk";
    }

    /** Returns what can be done. */
    Set<Operation> operations();

    /** Returns the JSON Schema of what is written. */
    JsonObject schema();

    /** Returns the JSON Schema of what is shown. */
    JsonObject shown();

    /** Returns the JSON Schema of the answer that creates an object: what is shown, and secrets that are shown this once. */
    default JsonObject created() {
        return shown();
    }

    /** Returns the id behind the key of an address, for permissions on single objects. */
    default Optional<UUID> id(String key) {
        return Optional.empty();
    }

    /** Tells whether the list shows only what the actor may see, so that no permission on the whole model is needed for it. */
    default boolean listsWhatIsPermitted() {
        return false;
    }

    /** Tells whether nobody finds anything here but what is their own, so that who has signed in needs no permission. */
    default boolean isOwn() {
        return false;
    }

    /** Lists objects. */
    default Page<JsonObject> list(Actor actor, PageRequest page) {
        throw refused();
    }

    /** Reads an object. */
    default JsonObject retrieve(Actor actor, String key) {
        throw refused();
    }

    /** Makes an object. */
    default JsonObject create(Actor actor, JsonObject fields) {
        throw refused();
    }

    /** Changes an object. */
    default JsonObject update(Actor actor, String key, JsonObject fields, boolean partial) {
        throw refused();
    }

    /** Removes an object. */
    default void delete(Actor actor, String key) {
        throw refused();
    }

    /** Returns what takes files, if the collection takes files instead of fields. */
    default Optional<Upload> upload() {
        return Optional.empty();
    }

    /** Returns what can be read at {@code <path>/<name>/}. */
    default Map<String, Action> views() {
        return Map.of();
    }

    /** Returns what can be posted to {@code <path>/<key>/<name>/}. */
    default Map<String, Action> actions() {
        return Map.of();
    }

    /** Returns the error for a thing that is absent, or not the caller's. */
    static GatewrightException notFound() {
        return new GatewrightException(CommonError.NOT_FOUND, "There is no such object.");
    }

    private static GatewrightException refused() {
        return new GatewrightException(CommonError.NOT_FOUND, "This collection does not offer that.");
    }
}
