package org.gatewright.rest.collection;

import java.util.Optional;
import org.gatewright.port.directory.Actor;
import org.gatewright.spi.data.JsonObject;

/** An action made of a permission and a function. */
record Act(Optional<String> permission, Body body) implements Collection.Action {

    /** What an action does. */
    interface Body {
        JsonObject act(Actor actor, String key, JsonObject body);
    }

    static Act needing(String permission, Body body) {
        return new Act(Optional.of(permission), body);
    }

    static Act open(Body body) {
        return new Act(Optional.empty(), body);
    }

    @Override
    public JsonObject act(Actor actor, String key, JsonObject input) {
        return body.act(actor, key, input);
    }
}
