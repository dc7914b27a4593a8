package org.gatewright.kernel.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.port.configuration.FlowFields.Authentication;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.directory.Users;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.store.SingleUseStore;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.error.ErrorKind;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.session.Session;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes users for flows. What was typed wrong becomes an error of the step that asked for it. */
@Component(service = UserEffects.class)
public final class UserEffects {

    /** Taken once in the life of the installation by the flow that makes the first superuser. */
    static final String CLAIM = "initial-setup";

    private final Users users;
    private final SingleUseStore claims;

    /** Writes through the directory and its rules. */
    @Activate
    public UserEffects(@Reference Users users, @Reference SingleUseStore claims) {
        this.users = users;
        this.claims = claims;
    }

    UUID create(Turn turn, Origin origin, Effect.CreateUser effect) {
        boolean setUp = isInitialSetUp(turn, origin);
        if (setUp && (users.hasSuperuser() || !claims.claim(CLAIM, turn.now()))) {
            throw new Rollback(
                    new Rollback.Reason.Refused("Somebody else has just set this server up. Sign in instead."));
        }
        UserFields fields = new UserFields(
                effect.username(),
                effect.name(),
                effect.email(),
                effect.active(),
                effect.type(),
                effect.path(),
                effect.attributes(),
                effect.groups());
        Actor actor = setUp ? Actor.system() : actor(turn, turn.user(JsonObject.empty()));
        return checked(() -> users.create(actor, fields, effect.password())).id();
    }

    void update(Turn turn, Effect.UpdateUser effect, User user) {
        Actor actor = actor(turn, Optional.of(user));
        UserFields fields = new UserFields(
                effect.username().orElse(user.username()),
                effect.name().orElse(user.name()),
                effect.email().orElse(user.email()),
                user.active(),
                user.type(),
                user.path(),
                user.attributes().merge(effect.attributes()),
                users.groupsOf(user.id()));
        checked(() -> users.update(actor, user.id(), fields));
        effect.password()
                .ifPresent(password -> checked(() -> {
                    users.setPassword(actor, user.id(), password);
                    return user;
                }));
    }

    private static boolean isInitialSetUp(Turn turn, Origin origin) {
        return turn.configuration()
                .flow(origin.flow())
                .map(Entry::value)
                .map(FlowFields::authentication)
                .filter(Authentication.REQUIRE_INITIAL_SETUP::equals)
                .isPresent();
    }

    private static Actor actor(Turn turn, Optional<User> user) {
        return new Actor(user, turn.client().address()).in(turn.session().map(Session::id));
    }

    private static <T> T checked(Supplier<T> change) {
        try {
            return change.get();
        } catch (InvalidFieldsException e) {
            throw new Rollback(new Rollback.Reason.Fields(e.fields()));
        } catch (GatewrightException e) {
            if (e.code().kind() != ErrorKind.DENIED) {
                throw e;
            }
            throw new Rollback(
                    new Rollback.Reason.Fields(Map.of(InvalidFieldsException.NON_FIELD_ERRORS, List.of(e.detail()))));
        }
    }
}
