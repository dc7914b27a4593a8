package org.gatewright.kernel.flow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.port.events.Events;
import org.gatewright.port.session.Sessions;
import org.gatewright.port.store.ConsentStore;
import org.gatewright.port.store.UserStore;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.session.Session;
import org.gatewright.spi.stage.FactNames;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Carries out the effects of stages, in the transaction of the turn. */
@Component(service = Effects.class)
public final class Effects {

    private final Sessions sessions;
    private final UserStore store;
    private final ConsentStore consents;
    private final Events events;
    private final UserEffects users;
    private final DocumentEffects documents;

    /** Works on the ports. */
    @Activate
    public Effects(
            @Reference Sessions sessions,
            @Reference UserStore store,
            @Reference ConsentStore consents,
            @Reference Events events,
            @Reference UserEffects users,
            @Reference DocumentEffects documents) {
        this.sessions = sessions;
        this.store = store;
        this.consents = consents;
        this.events = events;
        this.users = users;
        this.documents = documents;
    }

    /** Carries them out and returns the flow as it goes on after them. */
    Execution perform(Turn turn, Execution execution, List<Walk.Deeds> deeds) {
        turn.forgetUsers();
        JsonObject found = JsonObject.empty();
        boolean sessionChanged = false;
        for (Walk.Deeds step : deeds) {
            JsonObject facts = step.facts().merge(found);
            Optional<User> before = turn.user(facts);
            step.wishes().deeds().forEach(deed -> deed.perform(turn));
            for (Effect effect : step.wishes().effects()) {
                if (documents.perform(step.wishes().plugin(), effect)) {
                    continue;
                }
                JsonObject news = effect instanceof Effect.Audit audit
                        ? record(turn, audit, turn.user(facts).or(() -> before))
                        : perform(turn, execution.origin(), effect, facts);
                facts = facts.merge(news);
                found = found.merge(news);
                sessionChanged |= effect instanceof Effect.StartSession || effect instanceof Effect.EndSession;
            }
        }
        Execution after = found.isEmpty() ? execution : execution.withFacts(found);
        return sessionChanged ? after.heldBy(turn.sessionUser()) : after;
    }

    private JsonObject perform(Turn turn, Origin origin, Effect effect, JsonObject facts) {
        if (effect instanceof Effect.StartSession start) {
            startSession(turn, start, facts);
        } else if (effect instanceof Effect.EndSession) {
            endSession(turn);
        } else if (effect instanceof Effect.RememberConsent consent) {
            remember(turn, consent, facts);
        } else if (effect instanceof Effect.CreateUser create) {
            return JsonObject.of(FactNames.PENDING_USER, users.create(turn, origin, create));
        } else if (effect instanceof Effect.UpdateUser update) {
            users.update(turn, update, someone(turn, facts));
            turn.forgetUsers();
        }
        return JsonObject.empty();
    }

    /** Tells who it was even of a step that has just signed them out. */
    private JsonObject record(Turn turn, Effect.Audit audit, Optional<User> user) {
        events.record(audit.action(), user, turn.client().address(), audit.context());
        return JsonObject.empty();
    }

    /** The cookie is always a new one, or who knew the old one would be signed in too. */
    private void startSession(Turn turn, Effect.StartSession effect, JsonObject facts) {
        User user = someone(turn, facts);
        if (!user.active()) {
            throw new Rollback(new Rollback.Reason.Refused("This account is not active."));
        }
        turn.session().map(Session::id).ifPresent(sessions::end);
        Sessions.Started started =
                sessions.start(user.id(), facts.texts(FactNames.METHODS), effect.duration(), turn.client());
        if (effect.terminateOthers()) {
            sessions.endAll(user.id(), Optional.of(started.session().id()), false);
        }
        store.signedIn(user.id(), turn.now());
        turn.forgetUsers();
        Optional<Duration> maxAge = effect.persistent() ? Optional.of(effect.duration()) : Optional.empty();
        turn.sessionStarted(started, maxAge);
    }

    private void endSession(Turn turn) {
        turn.session().map(Session::id).ifPresent(id -> {
            sessions.end(id);
            turn.sessionEnded();
        });
    }

    private void remember(Turn turn, Effect.RememberConsent consent, JsonObject facts) {
        consents.save(
                someone(turn, facts).id(),
                consent.application(),
                consent.scopes(),
                consent.lifetime().map(turn.now()::plus));
    }

    private static User someone(Turn turn, JsonObject facts) {
        return turn.user(facts)
                .orElseThrow(() -> new Rollback(new Rollback.Reason.Fields(
                        Map.of("non_field_errors", List.of("Nobody has been identified in this flow.")))));
    }
}
