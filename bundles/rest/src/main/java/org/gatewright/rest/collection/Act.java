package org.gatewright.rest.collection;

import java.util.Optional;
import org.gatewright.port.directory.Actor;
import org.gatewright.spi.data.JsonObject;

/** An action made of a permission, a function, and the schemas of what goes in and comes out. */
record Act(Optional<String> permission, Optional<JsonObject> input, Optional<JsonObject> answer, Body body)
        implements Collection.Action {

    /** What an action does. */
    interface Body {
        JsonObject act(Actor actor, String key, JsonObject body);
    }

    static Act needing(String permission, Body body) {
        return new Act(Optional.of(permission), Optional.empty(), Optional.empty(), body);
    }

    static Act open(Body body) {
        return new Act(Optional.empty(), Optional.empty(), Optional.empty(), body);
    }

    Act taking(JsonObject schema) {
        return new Act(permission, Optional.of(schema), answer, body);
    }

    Act answering(JsonObject schema) {
        return new Act(permission, input, Optional.of(schema), body);
    }

    @Override
    public JsonObject act(Actor actor, String key, JsonObject given) {
        return body.act(actor, key, given);
    }
}
