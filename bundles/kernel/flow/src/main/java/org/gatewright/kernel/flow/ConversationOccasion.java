package org.gatewright.kernel.flow;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.plugins.Occasion;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;

/**
 * A message of a connection. All messages of one connection are decided alike where chance decides.
 *
 * @param connection its id
 * @param turn of the message, which knows who is signed in; empty before the first one
 */
record ConversationOccasion(UUID connection, Optional<Turn> turn) implements Occasion {

    @Override
    public Optional<UUID> flow() {
        return Optional.of(connection);
    }

    @Override
    public Optional<String> user() {
        return holder().map(User::username);
    }

    @Override
    public Collection<String> groups() {
        return holder().map(user -> turn.orElseThrow().groups(user)).orElse(List.of());
    }

    private Optional<User> holder() {
        return turn.flatMap(known -> known.user(JsonObject.empty()));
    }
}
