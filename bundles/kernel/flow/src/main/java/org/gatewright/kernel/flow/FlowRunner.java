package org.gatewright.kernel.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.port.store.Transactions;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.protocol.FlowOutcome;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.FieldError;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Advances a flow by one turn and keeps what came of it. Stages are called outside of the transaction, but for those that must see effects of the ones before; the
 * transaction begins with the compare-and-swap, so whoever loses has no effects.
 */
@Component(service = FlowRunner.class)
public final class FlowRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FlowRunner.class);

    private final Walker walker;
    private final FlowStates states;
    private final Effects effects;
    private final Endings endings;
    private final Transactions transactions;

    /** Runs flows in the transactions given. */
    @Activate
    public FlowRunner(
            @Reference Walker walker,
            @Reference FlowStates states,
            @Reference Effects effects,
            @Reference Endings endings,
            @Reference Transactions transactions) {
        this.walker = walker;
        this.states = states;
        this.effects = effects;
        this.endings = endings;
        this.transactions = transactions;
    }

    /** Answers the current step if there are answers, else shows it. */
    Outcome advance(Turn turn, Running running, Optional<JsonObject> answers) {
        Walk walk = walker.walk(turn, running.execution(), answers);
        if (walk.isBare() && isKeptByBrowser(running, walk.execution(), answers.isPresent())) {
            return waiting(running.with(walk.execution()), walk);
        }
        Turn.Mark mark = turn.mark();
        try {
            return transactions.call(() -> commit(turn, running, walk, Ride.onPage()));
        } catch (Rollback e) {
            turn.restore(mark);
            return rolledBack(turn, running, e.reason());
        }
    }

    /** Runs a flow that nobody outside knows of yet. In a transaction if the ride is deeper, else rolled back by {@link Rollback}. */
    Begun begin(Turn turn, Execution execution, Ride ride) {
        if (ride.depth() > Ride.DEEPEST) {
            LOG.warn(
                    "The flow {} comes after {} others in a row",
                    execution.origin().slug(),
                    ride.depth());
            throw new Rollback(new Rollback.Reason.Refused("One flow led to the next without an end."));
        }
        Running running = Running.fresh(execution);
        Walk walk = walker.walk(turn, execution, Optional.empty());
        Outcome outcome = walk.isBare()
                ? waiting(running.with(walk.execution()), walk)
                : transactions.call(() -> audible(commit(turn, running, walk, ride), ride));
        return begun(audible(outcome, ride));
    }

    private static Outcome audible(Outcome outcome, Ride ride) {
        boolean waits = outcome instanceof Outcome.Asking || outcome instanceof Outcome.Unavailable;
        if (waits && !ride.interactive()) {
            throw new Rollback(new Rollback.Reason.Silence());
        }
        return outcome;
    }

    private Begun begun(Outcome outcome) {
        if (outcome instanceof Outcome.Asking asking) {
            return new Begun.Page(
                    FlowAddress.page(asking.running().execution().origin(), states.ticket(asking.running())));
        }
        if (outcome instanceof Outcome.Unavailable missing) {
            return new Begun.Page(
                    FlowAddress.page(missing.running().execution().origin(), states.ticket(missing.running())));
        }
        return new Begun.Finished(outcome);
    }

    /** A state that changed nothing need not be kept, nor one that nobody answered if the browser gets it in a cookie. */
    private static boolean isKeptByBrowser(Running running, Execution now, boolean answered) {
        boolean inCookie = running.execution().origin().resumption().isEmpty();
        return now.equals(running.execution())
                || running.place() == Running.Place.FRESH
                || (running.place() == Running.Place.SEALED && inCookie && !answered);
    }

    private Outcome commit(Turn turn, Running running, Walk walk, Ride ride) {
        boolean ends = walk instanceof Walk.Over || walk instanceof Walk.Denied;
        Optional<Running> kept = keep(running, walk.execution(), ends);
        if (kept.isEmpty()) {
            return new Outcome.Lost();
        }
        Execution after = effects.perform(turn, walk.execution(), walk.deeds());
        if (walk instanceof Walk.Paused) {
            return commit(turn, kept.get().with(after), walker.walk(turn, after, Optional.empty()), ride);
        }
        if (walk instanceof Walk.Over) {
            return endings.end(turn, after, new FlowOutcome.Completed(after.facts()), next(turn, ride));
        }
        if (walk instanceof Walk.Denied denied) {
            return endings.end(turn, after, new FlowOutcome.Denied(denied.message()), next(turn, ride));
        }
        return after.equals(walk.execution())
                ? waiting(kept.get(), walk)
                : keep(kept.get(), after, false)
                        .map(again -> waiting(again, walk))
                        .orElseGet(Outcome.Lost::new);
    }

    private Optional<Running> keep(Running running, Execution execution, boolean ended) {
        return running.place() == Running.Place.FRESH
                ? Optional.of(Running.fresh(execution))
                : states.keep(running, execution, ended);
    }

    private Endings.NextFlow next(Turn turn, Ride ride) {
        return execution -> begin(turn, execution, ride.deeper());
    }

    private static Outcome waiting(Running running, Walk walk) {
        if (walk instanceof Walk.Asks asks) {
            return new Outcome.Asking(running, asks.challenge());
        }
        if (walk instanceof Walk.Unavailable missing) {
            Step step = running.execution().current();
            return new Outcome.Unavailable(running, step.name(), step.pin().type(), missing.detail());
        }
        throw new IllegalStateException("the flow does not wait: " + walk.execution());
    }

    private Outcome rolledBack(Turn turn, Running running, Rollback.Reason reason) {
        Origin origin = running.execution().origin();
        if (reason instanceof Rollback.Reason.NoProtocol missing) {
            return new Outcome.Unavailable(running, missing.type(), missing.type(), missing.detail());
        }
        if (reason instanceof Rollback.Reason.Fields fields) {
            return askedAgain(turn, running, fields);
        }
        String message = reason instanceof Rollback.Reason.Refused refused
                ? refused.message()
                : "You would have to be asked something, and may not be.";
        return new Outcome.Denied(origin, message, Optional.empty());
    }

    /** Back to the step whose answers made the effect fail. */
    private Outcome askedAgain(Turn turn, Running running, Rollback.Reason.Fields reason) {
        Walk walk = walker.walk(turn, running.execution(), Optional.empty());
        if (walk.isBare() && walk instanceof Walk.Asks asks) {
            Outcome.Asking asking = (Outcome.Asking) waiting(running.with(walk.execution()), asks);
            return new Outcome.Asking(asking.running(), withErrors(asks.challenge(), reason));
        }
        String message = String.join(
                " ", reason.errors().values().stream().flatMap(List::stream).toList());
        return new Outcome.Denied(running.execution().origin(), message, Optional.empty());
    }

    private static Challenge withErrors(Challenge challenge, Rollback.Reason.Fields reason) {
        Challenge refused = challenge;
        for (Map.Entry<String, List<String>> entry : reason.errors().entrySet()) {
            boolean known =
                    challenge.fields().stream().anyMatch(field -> field.key().equals(entry.getKey()));
            String key = known ? entry.getKey() : Challenge.NON_FIELD_ERRORS;
            for (String sentence : entry.getValue()) {
                refused = refused.withError(key, new FieldError(sentence, "invalid"));
            }
        }
        return refused;
    }
}
