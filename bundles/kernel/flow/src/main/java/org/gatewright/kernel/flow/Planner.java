package org.gatewright.kernel.flow;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.EngineMode;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.port.configuration.FlowFields.DeniedAction;
import org.gatewright.port.configuration.StageBindingFields;
import org.gatewright.port.directory.Users;
import org.gatewright.port.plugins.Pin;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.policy.Decision;
import org.gatewright.port.policy.PolicyEngine;
import org.gatewright.port.policy.PolicyQuestion;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.protocol.Access;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes plans: checks who may begin the flow, asks its policies, and pins the version of each step. */
@Component(service = Planner.class)
public final class Planner {

    private static final String SET_UP_ALREADY = "This server has been set up already. Sign in instead.";

    private final PolicyEngine policies;
    private final PluginCatalogue catalogue;
    private final Users users;
    private final Refusals refusals;

    /** Plans with what is installed. */
    @Activate
    public Planner(
            @Reference PolicyEngine policies,
            @Reference PluginCatalogue catalogue,
            @Reference Users users,
            @Reference Refusals refusals) {
        this.policies = policies;
        this.catalogue = catalogue;
        this.users = users;
        this.refusals = refusals;
    }

    Planned plan(Turn turn, Entry<FlowFields> flow, Origin origin) {
        return unmet(turn, flow.value(), origin).orElseGet(() -> planAllowed(turn, flow, origin));
    }

    /** Plans the flow anew; steps that were in the old plan keep their count of failures, else restarting would be a way round their limits. */
    Planned replan(Turn turn, Entry<FlowFields> flow, Execution old, JsonObject facts) {
        Planned planned = planAllowed(turn, flow, old.origin());
        if (!(planned instanceof Planned.Plan plan)) {
            return planned;
        }
        List<Step> steps = plan.execution().steps().stream()
                .map(step -> countingOn(old, step))
                .toList();
        return new Planned.Plan(new Execution(old.origin(), steps, 0, facts, old.holder()));
    }

    /** Tells whether the policies of the step's binding let it run now. */
    boolean runs(Turn turn, Execution execution) {
        Step step = execution.current();
        return !step.rules().reEvaluate()
                || decide(
                                turn,
                                step.binding(),
                                step.rules().mode(),
                                question(turn, execution.origin(), execution.facts()))
                        .passes();
    }

    private Optional<Planned> unmet(Turn turn, FlowFields flow, Origin origin) {
        return switch (flow.authentication()) {
            case NONE -> Optional.empty();
            case REQUIRE_AUTHENTICATED ->
                refuseUnless(turn.session().isPresent(), "You have to sign in before you can do this.");
            case REQUIRE_UNAUTHENTICATED -> turn.session().isPresent() ? signedInAlready(origin) : Optional.empty();
            case REQUIRE_SUPERUSER ->
                refuseUnless(
                        turn.user(JsonObject.empty()).filter(User::superuser).isPresent(),
                        "Only an administrator may do this.");
            case REQUIRE_REDIRECT ->
                refuseUnless(
                        origin.resumption().isPresent(),
                        "This page cannot be opened by itself. Begin at the application that you want to use.");
            case REQUIRE_INITIAL_SETUP -> refuseUnless(!users.hasSuperuser(), SET_UP_ALREADY);
        };
    }

    private static Optional<Planned> signedInAlready(Origin origin) {
        return Optional.of(
                origin.resumption().isPresent()
                        ? new Planned.Refused(Refusals.plain("You are signed in already."))
                        : new Planned.Elsewhere());
    }

    private static Optional<Planned> refuseUnless(boolean met, String sentence) {
        return met ? Optional.empty() : Optional.of(new Planned.Refused(Refusals.plain(sentence)));
    }

    private Planned planAllowed(Turn turn, Entry<FlowFields> flow, Origin origin) {
        PolicyQuestion question = question(turn, origin, origin.facts());
        Decision decision = decide(turn, flow.id(), flow.value().policyEngineMode(), question);
        if (!decision.passes()) {
            return refused(turn, flow.value(), origin, question.user(), decision);
        }
        List<Step> steps = turn.configuration().stageBindings(flow.id()).stream()
                .filter(binding -> !binding.value().evaluateOnPlan()
                        || decide(turn, binding.id(), binding.value().policyEngineMode(), question)
                                .passes())
                .map(binding -> step(turn, origin, binding))
                .collect(Collectors.toUnmodifiableList());
        return new Planned.Plan(new Execution(origin, steps, 0, origin.facts(), turn.sessionUser()));
    }

    private Planned refused(Turn turn, FlowFields flow, Origin origin, Optional<User> user, Decision decision) {
        Access access = refusals.refuse(turn, "flow", flow.slug(), user, decision);
        boolean silent = flow.deniedAction() == DeniedAction.CONTINUE
                && origin.resumption().isEmpty();
        return silent ? new Planned.Elsewhere() : new Planned.Refused(access);
    }

    private Step step(Turn turn, Origin origin, Entry<StageBindingFields> binding) {
        StageBindingFields fields = binding.value();
        Optional<ConfigurationObject> stage = turn.configuration().object(fields.stage());
        String type = stage.map(ConfigurationObject::type).orElse("");
        Pin pin = pin(turn, origin, type);
        StepRules rules =
                new StepRules(fields.reEvaluatePolicies(), fields.policyEngineMode(), fields.invalidResponseAction());
        String name = stage.map(ConfigurationObject::name).orElse("");
        return new Step(binding.id(), fields.stage(), name, pin, rules, "", JsonObject.empty(), 0, Optional.empty());
    }

    /** A step in front of another one, under the same rules. */
    Step inserted(Turn turn, Origin origin, Step before, UUID instance) {
        Optional<ConfigurationObject> stage = turn.configuration().object(instance);
        String type = stage.map(ConfigurationObject::type).orElse("");
        String name = stage.map(ConfigurationObject::name).orElse("");
        return new Step(
                before.binding(),
                instance,
                name,
                pin(turn, origin, type),
                before.rules(),
                "",
                JsonObject.empty(),
                0,
                Optional.empty());
    }

    private Pin pin(Turn turn, Origin origin, String type) {
        return catalogue.pin(Kind.STAGE, type, FlowOccasion.of(turn, origin)).orElse(new Pin(Kind.STAGE, type, "", 0));
    }

    private Decision decide(Turn turn, UUID target, EngineMode mode, PolicyQuestion question) {
        return policies.decide(turn.configuration(), target, mode, question);
    }

    private static PolicyQuestion question(Turn turn, Origin origin, JsonObject facts) {
        return new PolicyQuestion(turn.user(facts), origin.application(), Optional.of(turn.client()), facts);
    }

    private static Step countingOn(Execution old, Step step) {
        return old.steps().stream()
                .filter(before -> before.binding().equals(step.binding())
                        && before.stage().equals(step.stage()))
                .findFirst()
                .map(step::countingOn)
                .orElse(step);
    }
}
