package org.gatewright.kernel.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.port.configuration.StageBindingFields.InvalidResponseAction;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.FieldError;
import org.gatewright.spi.stage.StageResult;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Calls step after step until one asks, refuses, is not available, or has effects that the next one must see. Changes nothing: the runner keeps what came of it.
 */
@Component(service = Walker.class)
public final class Walker {

    private static final String INVALID = "invalid";

    private final StepVisits visits;
    private final Planner planner;

    /** Walks from one visit to the next. */
    @Activate
    public Walker(@Reference StepVisits visits, @Reference Planner planner) {
        this.visits = visits;
        this.planner = planner;
    }

    Walk walk(Turn turn, Execution start, Optional<JsonObject> answers) {
        return new Way(turn, start, answers).walk();
    }

    /** One walk. */
    private final class Way {

        private final Turn turn;
        private final List<Walk.Deeds> deeds = new ArrayList<>();
        private final List<FieldError> carried = new ArrayList<>();
        private Execution execution;
        private Optional<JsonObject> answers;

        Way(Turn turn, Execution start, Optional<JsonObject> answers) {
            this.turn = turn;
            this.execution = start;
            this.answers = answers;
        }

        Walk walk() {
            Optional<Walk> end = Optional.empty();
            while (end.isEmpty() && !execution.isOver()) {
                end = step();
            }
            return end.orElseGet(() -> new Walk.Over(execution, List.copyOf(deeds)));
        }

        private Optional<Walk> step() {
            if (answers.isEmpty() && !planner.runs(turn, execution)) {
                execution = execution.skipped();
                return Optional.empty();
            }
            Optional<JsonObject> given = answers;
            answers = Optional.empty();
            Visited visited = visits.visit(turn, execution, given);
            if (visited instanceof Visited.Decided decided) {
                execution = execution.withCurrent(decided.step());
                return decided(decided, given.isPresent());
            }
            return Optional.of(
                    new Walk.Unavailable(execution, List.copyOf(deeds), ((Visited.Unavailable) visited).detail()));
        }

        private Optional<Walk> decided(Visited.Decided visited, boolean answered) {
            StageResult result = visited.result();
            if (result instanceof StageResult.Done done) {
                execution = execution.done(done.facts());
                remember(visited.wishes(), JsonObject.empty());
                boolean visible = isVisible(done.effects())
                        || visited.wishes().stream()
                                .anyMatch(wish -> !wish.deeds().isEmpty());
                return visible && !execution.isOver()
                        ? Optional.of(new Walk.Paused(execution, List.copyOf(deeds)))
                        : Optional.empty();
            }
            if (result instanceof StageResult.Denied denied) {
                remember(visited.wishes(), visited.told());
                return Optional.of(new Walk.Denied(execution, List.copyOf(deeds), denied.message()));
            }
            if (result instanceof StageResult.Insert insert) {
                remember(visited.wishes(), visited.told());
                return inserted(insert);
            }
            StageResult.Ask ask = (StageResult.Ask) result;
            remember(visited.wishes(), visited.told());
            return asked(ask, answered);
        }

        private Optional<Walk> inserted(StageResult.Insert insert) {
            if (execution.steps().size() + insert.stages().size() > Execution.MOST) {
                return denied("This flow has more steps than a flow may have.");
            }
            Step waiting = execution.current().waiting(insert.state());
            List<Step> first = insert.stages().stream()
                    .map(stage -> planner.inserted(turn, execution.origin(), waiting, stage))
                    .toList();
            execution = execution.withCurrent(waiting).inserting(first);
            return Optional.empty();
        }

        private Optional<Walk> asked(StageResult.Ask ask, boolean answered) {
            Step asking = execution.current().asking(ask.challenge().component(), ask.state(), ask.refused());
            execution = execution.withCurrent(asking);
            if (ask.refused() && answered && asking.rules().onRefusal() != InvalidResponseAction.RETRY) {
                return restarted(asking.rules().onRefusal(), ask.challenge());
            }
            Challenge challenge = ask.challenge();
            for (FieldError error : carried) {
                challenge = challenge.withError(Challenge.NON_FIELD_ERRORS, error);
            }
            return Optional.of(new Walk.Asks(execution, List.copyOf(deeds), challenge));
        }

        private Optional<Walk> restarted(InvalidResponseAction action, Challenge refused) {
            Optional<Entry<FlowFields>> flow =
                    turn.configuration().flow(execution.origin().flow());
            if (flow.isEmpty()) {
                return denied("This flow has been removed meanwhile.");
            }
            JsonObject facts =
                    action == InvalidResponseAction.RESTART ? execution.origin().facts() : execution.facts();
            Planned planned = planner.replan(turn, flow.get(), execution, facts);
            if (!(planned instanceof Planned.Plan plan)) {
                return denied(
                        planned instanceof Planned.Refused no
                                ? String.join(" ", no.access().messages())
                                : "You cannot begin again.");
            }
            execution = plan.execution();
            refused.errors().values().stream()
                    .flatMap(List::stream)
                    .map(error -> new FieldError(error.string(), INVALID))
                    .distinct()
                    .forEach(carried::add);
            return Optional.empty();
        }

        private Optional<Walk> denied(String message) {
            return Optional.of(new Walk.Denied(execution, List.copyOf(deeds), message));
        }

        private void remember(List<Visited.Wishes> wishes, JsonObject told) {
            JsonObject facts = execution.facts().merge(told);
            wishes.stream()
                    .filter(wish -> !wish.isEmpty())
                    .map(wish -> new Walk.Deeds(wish, facts))
                    .forEach(deeds::add);
        }
    }

    /** Effects that change what the next stage sees. */
    private static boolean isVisible(List<Effect> effects) {
        return effects.stream()
                .anyMatch(effect -> !(effect instanceof Effect.Audit || effect instanceof Effect.RememberConsent));
    }
}
