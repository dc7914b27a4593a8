package org.gatewright.kernel.flow;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.plugins.Lease;
import org.gatewright.port.plugins.Pin;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.plugins.PluginDocuments;
import org.gatewright.port.plugins.PluginTexts;
import org.gatewright.port.plugins.TypeVersion;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.ErrorKind;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageResult;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Calls the stage of one step, in its pinned version, under a lease. The only caller of stages. */
@Component(service = StepRunner.class)
public final class StepRunner {

    private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);

    private final PluginCatalogue catalogue;
    private final PluginDocuments documents;
    private final Methods methods;
    private final PluginTexts texts;
    private final FlowMeter meter;

    /** Calls what the catalogue hands out. */
    @Activate
    public StepRunner(
            @Reference PluginCatalogue catalogue,
            @Reference PluginDocuments documents,
            @Reference Methods methods,
            @Reference PluginTexts texts,
            @Reference FlowMeter meter) {
        this.catalogue = catalogue;
        this.documents = documents;
        this.methods = methods;
        this.texts = texts;
        this.meter = meter;
    }

    /** A leased stage and the step as it stands for that version. */
    private record Leased(Lease<Stage> lease, Step step) {}

    Visited visit(Turn turn, Execution execution, Optional<JsonObject> answers) {
        Step step = execution.current();
        Optional<ConfigurationObject> stage = turn.configuration().object(step.stage());
        if (stage.isEmpty()) {
            return new Visited.Decided(
                    step,
                    new StageResult.Denied("The step " + step.name() + " has been removed meanwhile. Begin again."));
        }
        long started = System.nanoTime();
        Visited visited;
        try (MDC.MDCCloseable flow = MDC.putCloseable("flow", execution.origin().slug());
                MDC.MDCCloseable plugin =
                        MDC.putCloseable("plugin", "stage/" + step.pin().type())) {
            visited = visit(turn, execution, stage.get(), answers);
        }
        meter.step(step.pin().type(), outcome(visited), started);
        return visited;
    }

    private Visited visit(Turn turn, Execution execution, ConfigurationObject stage, Optional<JsonObject> answers) {
        try {
            Leased leased = lease(turn, execution);
            try (Lease<Stage> lease = leased.lease()) {
                boolean begunAgain = execution.current().isPinned()
                        && leased.step().pin().stateVersion()
                                != execution.current().pin().stateVersion();
                VisitContext.Visit here = new VisitContext.Visit(turn, execution, leased.step());
                VisitAuthenticators authenticators = new VisitAuthenticators(methods, here, lease.permissions());
                VisitContext context = new VisitContext(
                        here,
                        stage,
                        begunAgain ? Optional.empty() : answers,
                        new VisitContext.Given(documents.reader(lease.permissions()), authenticators));
                StageResult result = lease.call(called -> EffectPermissions.checked(
                        Objects.requireNonNull(called.handle(context), "the stage's result"), lease.permissions()));
                return Visited.Decided.of(
                        leased.step(),
                        PageElements.addressed(
                                Said.by(lease, turn, texts).result(result), lease, authenticators.elements()),
                        lease.plugin(),
                        authenticators.wishes());
            }
        } catch (GatewrightException e) {
            return failed(execution.current(), e);
        }
    }

    private Visited failed(Step step, GatewrightException e) {
        return switch (e.code().kind()) {
            case UNAVAILABLE -> {
                LOG.debug("The step {} is not available: {}", step.name(), e.detail());
                yield new Visited.Unavailable(e.detail());
            }
            case INTERNAL -> {
                LOG.warn("The stage {} failed", step.name(), e);
                yield new Visited.Unavailable("It failed, and the log of the server says why.");
            }
            default -> new Visited.Decided(step, new StageResult.Denied(e.detail()));
        };
    }

    /** A pin that is gone moves to a version with the same shape of state, which is the catalogue's business; to one with another shape only by beginning the step again. */
    private Leased lease(Turn turn, Execution execution) {
        Step step = execution.current();
        if (!step.isPinned()) {
            return leaseActive(turn, execution);
        }
        try {
            Lease<Stage> lease = catalogue.lease(step.pin(), Stage.class);
            return new Leased(lease, step.pinnedTo(lease.pin()));
        } catch (GatewrightException e) {
            if (e.code() != CommonError.TYPE_UNAVAILABLE || !hasOtherShape(step.pin())) {
                throw e;
            }
            return leaseActive(turn, execution);
        }
    }

    private Leased leaseActive(Turn turn, Execution execution) {
        Step step = execution.current();
        Lease<Stage> lease =
                catalogue.lease(Kind.STAGE, step.pin().type(), FlowOccasion.of(turn, execution.origin()), Stage.class);
        return new Leased(lease, step.afresh().pinnedTo(lease.pin()));
    }

    private boolean hasOtherShape(Pin pin) {
        return catalogue
                .snapshot()
                .active(Kind.STAGE, pin.type())
                .map(TypeVersion::stateVersion)
                .filter(version -> version != pin.stateVersion())
                .isPresent();
    }

    private static String outcome(Visited visited) {
        return visited instanceof Visited.Decided decided
                ? decided.result().getClass().getSimpleName().toLowerCase(Locale.ROOT)
                : ErrorKind.UNAVAILABLE.name().toLowerCase(Locale.ROOT);
    }
}
