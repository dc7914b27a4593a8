package org.gatewright.kernel.directory;

import java.util.Locale;
import java.util.UUID;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.events.Events;
import org.gatewright.spi.data.JsonObject;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Words the audit events of the directory. The names are authentik's; contexts name what changed and hold no values. */
@Component(service = Audit.class)
public final class Audit {

    private final Events events;

    /** Takes the recorder. */
    @Activate
    public Audit(@Reference Events events) {
        this.events = events;
    }

    void created(Actor actor, String model, UUID id, String name) {
        record(actor, "model_created", model, id, name, JsonObject.empty());
    }

    void updated(Actor actor, String model, UUID id, String name, JsonObject more) {
        record(actor, "model_updated", model, id, name, more);
    }

    void deleted(Actor actor, String model, UUID id, String name) {
        deleted(actor, model, id, name, JsonObject.empty());
    }

    void deleted(Actor actor, String model, UUID id, String name, JsonObject more) {
        record(actor, "model_deleted", model, id, name, more);
    }

    void passwordSet(Actor actor, UUID user, String username) {
        record(actor, "password_set", "user", user, username, JsonObject.empty());
    }

    /** Tells the server itself and a visitor whom no one knows apart: neither has a name. */
    private static String kind(Actor actor) {
        return actor.kind().name().toLowerCase(Locale.ROOT);
    }

    private void record(Actor actor, String action, String model, UUID id, String name, JsonObject more) {
        JsonObject context = JsonObject.of("model", model)
                .with("pk", id)
                .with("name", name)
                .with("actor", kind(actor))
                .merge(more);
        events.record(action, actor.user(), actor.address(), context);
    }
}
