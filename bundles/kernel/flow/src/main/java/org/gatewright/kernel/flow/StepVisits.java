package org.gatewright.kernel.flow;

import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.stage.StageResult;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Visits steps. If the stage of one hosts another, that one is visited too, and one result is made of both. */
@Component(service = StepVisits.class)
public final class StepVisits {

    private static final Logger LOG = LoggerFactory.getLogger(StepVisits.class);

    private final StepRunner runner;

    /** Calls stages through the runner. */
    @Activate
    public StepVisits(@Reference StepRunner runner) {
        this.runner = runner;
    }

    Visited visit(Turn turn, Execution execution, Optional<JsonObject> answers) {
        Visited visited = runner.visit(turn, execution, answers);
        return visited instanceof Visited.Decided decided && decided.result() instanceof StageResult.Host host
                ? visitGuest(turn, execution.withCurrent(decided.step()), host, answers)
                : visited;
    }

    private Visited visitGuest(Turn turn, Execution execution, StageResult.Host host, Optional<JsonObject> answers) {
        Step step = execution.current();
        Execution guests =
                execution.withCurrent(guest(turn, step, host.stage())).withFacts(host.facts());
        Visited visited = runner.visit(turn, guests, host.answered() ? answers : Optional.empty());
        return visited instanceof Visited.Decided decided ? together(step, host, decided) : visited;
    }

    private static Step guest(Turn turn, Step step, UUID stage) {
        Optional<ConfigurationObject> instance = turn.configuration().object(stage);
        return step.guest(
                stage,
                instance.map(ConfigurationObject::name).orElse(""),
                instance.map(ConfigurationObject::type).orElse(""));
    }

    private static Visited together(Step step, StageResult.Host host, Visited.Decided guest) {
        StageResult result = guest.result();
        if (result instanceof StageResult.Host) {
            LOG.warn(
                    "The stage {} has a guest although it is one of {}",
                    guest.step().name(),
                    step.name());
            return new Visited.Unavailable(
                    "The step " + guest.step().name() + " cannot be asked on the page of another.");
        }
        if (result instanceof StageResult.Ask ask) {
            Step asking = guest.step().asking(ask.challenge().component(), ask.state(), ask.refused());
            return new Visited.Decided(step.hosting(asking), SharedPage.of(host.page(), ask), host.facts());
        }
        StageResult both = result instanceof StageResult.Done done ? done(host, done) : result;
        return new Visited.Decided(step.hosting(guest.step()), both, host.facts());
    }

    /** A guest that has nothing to ask waits for the stage that does. */
    private static StageResult done(StageResult.Host host, StageResult.Done guest) {
        return host.answered() ? new StageResult.Done(host.facts().merge(guest.facts()), guest.effects()) : host.page();
    }
}
