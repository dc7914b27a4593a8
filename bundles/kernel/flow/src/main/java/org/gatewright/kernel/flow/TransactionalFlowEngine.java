package org.gatewright.kernel.flow;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.configuration.Designation;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.port.configuration.FlowFields.Authentication;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.flow.CookieChange;
import org.gatewright.port.flow.CookieNames;
import org.gatewright.port.flow.FlowEngine;
import org.gatewright.port.flow.FlowReply;
import org.gatewright.port.flow.FlowVisit;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.GatewrightException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Runs flows for browsers and headless clients.
 *
 * <p>A flow that a protocol began is named by the parameter {@code state} of the page's address, so that several can run in one browser; one that was opened
 * directly by a cookie, one at a time. Both are bound to the browser by a random cookie of which the state holds the hash.
 *
 * <p>Steps that finish without asking run in the transaction of the answer that led to them; if a flow begins with such steps, showing it runs them. So opening
 * the page of the invalidation flow signs out. That is no cross-site request forgery worth a question: only the page's own script reaches the executor, and being
 * signed out harms nobody.
 */
@Component(service = FlowEngine.class)
public final class TransactionalFlowEngine implements FlowEngine {

    private static final int ATTEMPTS = 3;
    private static final String OVER = "This sign-in is over. Go back to where you came from and begin again.";
    private static final String OTHER_USER =
            "You have been signed out or signed in as somebody else meanwhile. Go back to where you came from and begin again.";
    private static final URI HOME = URI.create("/");

    private final Turns turns;
    private final FlowStates states;
    private final Planner planner;
    private final FlowRunner runner;

    /** Runs flows with the runner. */
    @Activate
    public TransactionalFlowEngine(
            @Reference Turns turns,
            @Reference FlowStates states,
            @Reference Planner planner,
            @Reference FlowRunner runner) {
        this.turns = turns;
        this.states = states;
        this.planner = planner;
        this.runner = runner;
    }

    @Override
    public FlowReply show(FlowVisit visit) {
        return visited(visit, Optional.empty());
    }

    @Override
    public FlowReply answer(FlowVisit visit, JsonObject answers) {
        return visited(visit, Optional.of(answers));
    }

    @Override
    public JsonObject challengeSchema() {
        return ChallengeText.schema();
    }

    @Override
    public List<CookieChange> cancel(FlowVisit visit) {
        return List.of(CookieChange.remove(CookieNames.FLOW));
    }

    /** Loses at most a few races: each one means that somebody else got on. */
    private FlowReply visited(FlowVisit visit, Optional<JsonObject> answers) {
        Optional<JsonObject> given = answers;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Turn turn = turns.open(visit.client(), visit.cookies());
            turn.speak(visit.languages());
            Optional<FlowReply> reply = visited(turn, visit, given);
            if (reply.isPresent()) {
                return reply.get();
            }
            given = Optional.empty();
        }
        throw new GatewrightException(CommonError.CONFLICT, "This flow is being answered by somebody else just now.");
    }

    private Optional<FlowReply> visited(Turn turn, FlowVisit visit, Optional<JsonObject> answers) {
        FlowStates.Loaded loaded = states.load(turn, visit);
        if (loaded instanceof FlowStates.Loaded.Found found) {
            return isHeld(turn, found.running().execution())
                    ? advanced(turn, visit, found.running(), answers)
                    : lost(turn, visit, OTHER_USER);
        }
        if (loaded instanceof FlowStates.Loaded.Over) {
            return isAddressed(visit) || answers.isEmpty() ? lost(turn, visit, OVER) : Optional.of(over(turn, visit));
        }
        return lost(turn, visit, ((FlowStates.Loaded.Nothing) loaded).reason());
    }

    /** The flow cannot go on: one that was opened directly begins anew. */
    private Optional<FlowReply> lost(Turn turn, FlowVisit visit, String reason) {
        return isAddressed(visit) ? Optional.of(Replies.foreign(turn, reason)) : begun(turn, visit);
    }

    /** An answer to what was answered: most likely sent twice, so the browser goes where the other answer went. */
    private static FlowReply over(Turn turn, FlowVisit visit) {
        turn.change(CookieChange.remove(CookieNames.FLOW));
        Optional<FlowFields> flow = turn.configuration().flow(visit.slug()).map(Entry::value);
        return Replies.leaving(turn, flow, next(visit).map(URI::create).orElse(HOME));
    }

    private Optional<FlowReply> begun(Turn turn, FlowVisit visit) {
        Optional<Entry<FlowFields>> flow = turn.configuration().flow(visit.slug());
        if (flow.isEmpty()) {
            return Optional.of(Replies.unknown(turn, visit.slug()));
        }
        Origin origin = new Origin(
                UUID.randomUUID(),
                flow.get().id(),
                visit.slug(),
                turn.browser(),
                next(visit),
                Optional.empty(),
                Optional.empty(),
                JsonObject.empty(),
                turn.now().plus(Origin.LIFETIME));
        Planned planned = planner.plan(turn, flow.get(), origin);
        if (planned instanceof Planned.Plan plan) {
            return advanced(turn, visit, Running.fresh(plan.execution()), Optional.empty());
        }
        FlowFields fields = flow.get().value();
        return Optional.of(
                planned instanceof Planned.Refused refused
                        ? Replies.refused(turn, fields, refused.access())
                        : Replies.leaving(
                                turn,
                                Optional.of(fields),
                                next(visit).map(URI::create).orElse(HOME)));
    }

    /** Empty if somebody else was faster. */
    private Optional<FlowReply> advanced(Turn turn, FlowVisit visit, Running running, Optional<JsonObject> answers) {
        Optional<JsonObject> meant = answers.filter(given -> isMeant(running.execution(), given));
        Outcome outcome = runner.advance(turn, running, meant);
        if (outcome instanceof Outcome.Asking asking) {
            remember(turn, visit, running, asking.running());
            return Optional.of(Replies.asking(turn, asking));
        }
        if (outcome instanceof Outcome.Unavailable missing) {
            remember(turn, visit, running, missing.running());
            return Optional.of(Replies.unavailable(turn, missing));
        }
        if (outcome instanceof Outcome.Lost) {
            return Optional.empty();
        }
        forget(turn, visit);
        return Optional.of(ended(turn, visit, outcome));
    }

    private static FlowReply ended(Turn turn, FlowVisit visit, Outcome outcome) {
        if (outcome instanceof Outcome.Posting posting) {
            return Replies.posting(turn, posting);
        }
        if (outcome instanceof Outcome.Leaving leaving) {
            boolean direct = leaving.origin().resumption().isEmpty();
            Optional<URI> next = direct ? next(visit).map(URI::create) : Optional.empty();
            return Replies.leaving(
                    turn,
                    next.map(to -> new Outcome.Leaving(leaving.origin(), to)).orElse(leaving));
        }
        return Replies.denied(turn, (Outcome.Denied) outcome);
    }

    /** Answers to another step than the current one are from a page that is behind; it is shown where the flow is. */
    private static boolean isMeant(Execution execution, JsonObject answers) {
        return !execution.isOver()
                && answers.text("component")
                        .map(execution.current().shown()::equals)
                        .orElse(true);
    }

    private void remember(Turn turn, FlowVisit visit, Running before, Running after) {
        boolean known =
                before.place() != Running.Place.FRESH && before.execution().equals(after.execution());
        if (!isAddressed(visit) && !known && after.place() != Running.Place.ROW) {
            turn.change(new CookieChange(CookieNames.FLOW, Optional.of(states.ticket(after)), Optional.empty()));
        }
    }

    private static void forget(Turn turn, FlowVisit visit) {
        if (!isAddressed(visit) && turn.cookie(CookieNames.FLOW).isPresent()) {
            turn.change(CookieChange.remove(CookieNames.FLOW));
        }
    }

    /** A flow on behalf of a user who has signed in goes on only as long as that user's session does. */
    private static boolean isHeld(Turn turn, Execution execution) {
        boolean needsSession = turn.configuration()
                .flow(execution.origin().flow())
                .map(Entry::value)
                .filter(flow -> flow.designation() == Designation.AUTHORIZATION
                        || flow.authentication() == Authentication.REQUIRE_AUTHENTICATED
                        || flow.authentication() == Authentication.REQUIRE_SUPERUSER)
                .isPresent();
        return !needsSession || execution.holder().equals(turn.sessionUser());
    }

    private static boolean isAddressed(FlowVisit visit) {
        return visit.query().first(FlowStates.STATE).isPresent();
    }

    private static Optional<String> next(FlowVisit visit) {
        return SafeTarget.of(visit.query().first("next"));
    }
}
