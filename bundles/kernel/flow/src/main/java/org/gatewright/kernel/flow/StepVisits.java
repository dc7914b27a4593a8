package org.gatewright.kernel.flow;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
                ? visitGuest(turn, execution, new Hosting(decided, host), answers)
                : visited;
    }

    /** A step whose stage hosts another. */
    private record Hosting(Visited.Decided decided, StageResult.Host host) {

        Step step() {
            return decided.step();
        }

        /** Facts and wishes of both. */
        Visited.Decided with(Step guest, StageResult result, List<Visited.Wishes> wishes) {
            return new Visited.Decided(step().hosting(guest), result, wishes, host.facts());
        }
    }

    private Visited visitGuest(Turn turn, Execution execution, Hosting hosting, Optional<JsonObject> answers) {
        StageResult.Host host = hosting.host();
        Execution guests =
                execution.withCurrent(guest(turn, hosting.step(), host.stage())).withFacts(host.facts());
        Visited visited = runner.visit(turn, guests, host.answered() ? answers : Optional.empty());
        return visited instanceof Visited.Decided decided ? together(hosting, decided) : visited;
    }

    private static Step guest(Turn turn, Step step, UUID stage) {
        Optional<ConfigurationObject> instance = turn.configuration().object(stage);
        return step.guest(
                stage,
                instance.map(ConfigurationObject::name).orElse(""),
                instance.map(ConfigurationObject::type).orElse(""));
    }

    private static Visited together(Hosting hosting, Visited.Decided guest) {
        StageResult result = guest.result();
        if (result instanceof StageResult.Host || result instanceof StageResult.Insert) {
            LOG.warn(
                    "The stage {} wants other stages asked although it is a guest of {}",
                    guest.step().name(),
                    hosting.step().name());
            return new Visited.Unavailable(
                    "The step " + guest.step().name() + " cannot be asked on the page of another.");
        }
        StageResult.Host host = hosting.host();
        if (result instanceof StageResult.Ask ask) {
            Step asking = guest.step().asking(ask.challenge().component(), ask.state(), ask.refused());
            return hosting.with(
                    asking,
                    SharedPage.of(host.page(), ask),
                    both(hosting.decided().wishes(), guest.wishes()));
        }
        if (result instanceof StageResult.Done && !host.answered()) {
            // a guest that has nothing to ask waits for the stage that does
            return hosting.with(guest.step(), host.page(), hosting.decided().wishes());
        }
        return hosting.with(guest.step(), over(host, result), guest.wishes());
    }

    private static StageResult over(StageResult.Host host, StageResult guest) {
        return guest instanceof StageResult.Done done
                ? new StageResult.Done(host.facts().merge(done.facts()), done.effects())
                : guest;
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
