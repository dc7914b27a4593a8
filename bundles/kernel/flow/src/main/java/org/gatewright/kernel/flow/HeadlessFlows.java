package org.gatewright.kernel.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.port.error.CommonError;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.protocol.Provider;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.Field;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Runs flows from beginning to end with answers that are known before: for those who have no page. The flow is kept nowhere but here. An answer that is refused, or
 * that is not known, ends it.
 */
@Component(service = HeadlessFlows.class)
public final class HeadlessFlows {

    private final Planner planner;
    private final FlowRunner runner;

    /** Runs flows with the runner. */
    @Activate
    public HeadlessFlows(@Reference Planner planner, @Reference FlowRunner runner) {
        this.planner = planner;
        this.runner = runner;
    }

    /**
     * Runs the authentication flow of the provider; false if it did not come to its end.
     *
     * @throws GatewrightException of the kind {@code UNAVAILABLE} if a part of it is missing
     */
    boolean completes(Turn turn, Provider<?> provider, Map<String, String> answers) {
        Optional<Entry<FlowFields>> flow = turn.configuration().flow(provider.authenticationFlow());
        if (flow.isEmpty()) {
            throw new GatewrightException(
                    FlowError.MISCONFIGURED, "There is no flow with the name " + provider.authenticationFlow() + ".");
        }
        Planned planned = planner.plan(turn, flow.get(), origin(turn, flow.get(), provider));
        return planned instanceof Planned.Plan plan && new Run(turn, answers).completes(plan.execution());
    }

    private static Origin origin(Turn turn, Entry<FlowFields> flow, Provider<?> provider) {
        return new Origin(
                UUID.randomUUID(),
                flow.id(),
                flow.value().slug(),
                "",
                Optional.empty(),
                provider.application(),
                Optional.empty(),
                JsonObject.empty(),
                turn.now().plus(Origin.LIFETIME));
    }

    /** One flow. */
    private final class Run {

        private final Turn turn;
        private final Map<String, String> known;
        private int asked;

        Run(Turn turn, Map<String, String> known) {
            this.turn = turn;
            this.known = known;
        }

        boolean completes(Execution execution) {
            Outcome outcome = runner.advance(turn, Running.fresh(execution), Optional.empty());
            while (outcome instanceof Outcome.Asking asking) {
                Optional<JsonObject> answers = answers(asking.challenge());
                if (answers.isEmpty()) {
                    return false;
                }
                outcome = runner.advance(turn, asking.running(), answers);
            }
            if (outcome instanceof Outcome.Unavailable missing) {
                throw new GatewrightException(
                        CommonError.TYPE_UNAVAILABLE,
                        "The step " + missing.name() + " is not available at the moment. " + missing.detail());
            }
            return outcome instanceof Outcome.Leaving;
        }

        /** Empty if there was an error, or nobody knows what to answer. */
        private Optional<JsonObject> answers(Challenge challenge) {
            List<Field> fields = challenge.fields().stream()
                    .filter(field -> field.type().isInput())
                    .toList();
            boolean lost = fields.isEmpty()
                    || !challenge.errors().isEmpty()
                    || ++asked > Execution.MOST
                    || fields.stream().anyMatch(field -> field.required() && !known.containsKey(field.key()));
            if (lost) {
                return Optional.empty();
            }
            JsonObject answers = JsonObject.empty();
            for (Field field : fields) {
                answers = answers.with(field.key(), Optional.ofNullable(known.get(field.key())));
            }
            return Optional.of(answers);
        }
    }
}
