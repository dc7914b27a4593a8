package org.gatewright.kernel.flow;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.configuration.ApplicationFields;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.spi.authenticator.Authenticators;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.spi.session.Session;
import org.gatewright.spi.stage.FlowInfo;
import org.gatewright.spi.stage.StageContext;
import org.gatewright.spi.store.DocumentReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a stage sees during one visit. */
final class VisitContext implements StageContext {

    private static final Logger LOG = LoggerFactory.getLogger(VisitContext.class);

    /** Where the flow is. */
    record Visit(Turn turn, Execution execution, Step step) {}

    private final Turn turn;
    private final Execution execution;
    private final Step step;
    private final ConfigurationObject stage;
    private final Optional<JsonObject> answers;
    private final Given given;

    /** What the plug-in that is called is given: its documents, and the second factors. */
    record Given(DocumentReader documents, VisitAuthenticators authenticators) {}

    VisitContext(Visit visit, ConfigurationObject stage, Optional<JsonObject> answers, Given given) {
        this.turn = visit.turn();
        this.execution = visit.execution();
        this.step = visit.step();
        this.stage = stage;
        this.answers = answers;
        this.given = given;
    }

    @Override
    public <S extends Record> S settings(Class<S> type) {
        return settings(turn, stage, type);
    }

    static <S extends Record> S settings(Turn turn, ConfigurationObject instance, Class<S> type) {
        try {
            return turn.configuration().settings(instance, type);
        } catch (InvalidFieldsException e) {
            LOG.warn("The settings of {} do not fit the type {}: {}", instance.name(), instance.type(), e.detail());
            throw new GatewrightException(
                    FlowError.MISCONFIGURED,
                    "The settings of the step " + instance.name() + " do not fit the plug-in that is installed.");
        }
    }

    @Override
    public Optional<JsonObject> answers() {
        return answers;
    }

    @Override
    public JsonObject state() {
        return step.state();
    }

    @Override
    public JsonObject facts() {
        return execution.facts();
    }

    @Override
    public Optional<User> user() {
        return turn.user(execution.facts());
    }

    @Override
    public Optional<Session> session() {
        return turn.session();
    }

    @Override
    public int failures() {
        return step.failures();
    }

    @Override
    public FlowInfo flow() {
        Origin origin = execution.origin();
        Optional<FlowFields> flow = turn.configuration().flow(origin.flow()).map(Entry::value);
        String application = origin.application()
                .flatMap(turn.configuration()::application)
                .map(Entry::value)
                .map(ApplicationFields::name)
                .orElse("");
        return new FlowInfo(
                origin.slug(),
                flow.map(FlowFields::title).orElse(""),
                flow.map(fields -> fields.designation().name().toLowerCase(java.util.Locale.ROOT))
                        .orElse(""),
                origin.application(),
                application);
    }

    @Override
    public Optional<URI> address(UUID flow) {
        return turn.configuration()
                .flow(flow)
                .map(Entry::value)
                .map(fields ->
                        FlowAddress.other(fields.slug(), execution.origin().next()));
    }

    @Override
    public ClientInfo client() {
        return turn.client();
    }

    @Override
    public DocumentReader documents() {
        return given.documents();
    }

    @Override
    public Authenticators authenticators() {
        return given.authenticators();
    }

    @Override
    public Instant now() {
        return turn.now();
    }
}
