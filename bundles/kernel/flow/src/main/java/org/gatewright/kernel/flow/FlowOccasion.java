package org.gatewright.kernel.flow;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.plugins.Occasion;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;

/**
 * A flow as it began, or a request to a protocol. Only that: what somebody types on the way must not decide which version answers, for its time would tell who is known.
 *
 * @param origin of the flow, if it is one
 */
record FlowOccasion(Turn turn, Optional<Origin> origin) implements Occasion {

    static FlowOccasion of(Turn turn, Origin origin) {
        return new FlowOccasion(turn, Optional.of(origin));
    }

    /** Returns the occasion of a request of which nothing but its sender is known. */
    static FlowOccasion of(Turn turn) {
        return new FlowOccasion(turn, Optional.empty());
    }

    @Override
    public Optional<UUID> flow() {
        return origin.map(Origin::id);
    }

    @Override
    public Optional<String> application() {
        return origin.flatMap(Origin::application);
    }

    @Override
    public Optional<String> brand() {
        return Optional.of(turn.configuration()
                .brand(turn.client().origin().getHost())
                .value()
                .domain());
    }

    @Override
    public Optional<String> user() {
        return holder().map(User::username);
    }

    @Override
    public Collection<String> groups() {
        return holder().map(turn::groups).orElse(List.of());
    }

    private Optional<User> holder() {
        return turn.user(origin.map(Origin::facts).orElse(JsonObject.empty()));
    }
}
