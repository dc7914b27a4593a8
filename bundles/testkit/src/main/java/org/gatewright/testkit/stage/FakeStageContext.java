package org.gatewright.testkit.stage;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.authenticator.Authenticators;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.spi.session.Session;
import org.gatewright.spi.stage.FactNames;
import org.gatewright.spi.stage.FlowInfo;
import org.gatewright.spi.stage.StageContext;
import org.gatewright.spi.stage.StageResult;
import org.gatewright.spi.store.DocumentReader;
import org.gatewright.testkit.authenticator.FakeAuthenticators;
import org.gatewright.testkit.store.FakeDocuments;

/**
 * One visit of a stage, described by a test: {@code FakeStageContext.with(settings).user(alice).answer("password", "s3cret")}. Immutable; every method returns
 * another visit.
 *
 * @since 1.0
 */
public final class FakeStageContext implements StageContext {

    private static final FlowInfo FLOW = new FlowInfo("login", "Welcome", "authentication", Optional.empty(), "");
    private static final ClientInfo CLIENT =
            new ClientInfo("192.0.2.1", "test browser", URI.create("https://id.example.org"));
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private record Visit(
            Record settings,
            Optional<JsonObject> answers,
            JsonObject state,
            JsonObject facts,
            Optional<User> user,
            Optional<Session> session,
            int failures,
            FlowInfo flow,
            DocumentReader documents,
            Authenticators authenticators,
            Instant now) {}

    private final Visit visit;

    private FakeStageContext(Visit visit) {
        this.visit = visit;
    }

    /** The first visit, nothing known and nothing answered. */
    public static FakeStageContext with(Record settings) {
        return new FakeStageContext(new Visit(
                settings,
                Optional.empty(),
                JsonObject.empty(),
                JsonObject.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                FLOW,
                new FakeDocuments(() -> NOW),
                new FakeAuthenticators(),
                NOW));
    }

    /** With these answers. */
    public FakeStageContext answers(JsonObject answers) {
        return new FakeStageContext(new Visit(
                visit.settings,
                Optional.of(answers),
                visit.state,
                visit.facts,
                visit.user,
                visit.session,
                visit.failures,
                visit.flow,
                visit.documents,
                visit.authenticators,
                visit.now));
    }

    /** With one more answer. */
    public FakeStageContext answer(String name, Object value) {
        return answers(visit.answers.orElseGet(JsonObject::empty).with(name, value));
    }

    /** With what the step kept. */
    public FakeStageContext state(JsonObject state) {
        return new FakeStageContext(new Visit(
                visit.settings,
                visit.answers,
                state,
                visit.facts,
                visit.user,
                visit.session,
                visit.failures,
                visit.flow,
                visit.documents,
                visit.authenticators,
                visit.now));
    }

    /** After the step has asked: with what it kept, and one more failure if it refused. */
    public FakeStageContext after(StageResult.Ask ask) {
        return state(ask.state()).failures(visit.failures + (ask.refused() ? 1 : 0));
    }

    /** With one more fact. */
    public FakeStageContext fact(String name, Object value) {
        return new FakeStageContext(new Visit(
                visit.settings,
                visit.answers,
                visit.state,
                visit.facts.with(name, value),
                visit.user,
                visit.session,
                visit.failures,
                visit.flow,
                visit.documents,
                visit.authenticators,
                visit.now));
    }

    /** With the user that an earlier step found. */
    public FakeStageContext user(User user) {
        return fact(FactNames.PENDING_USER, user.id()).knownUser(user);
    }

    /** With a signed-in user. */
    public FakeStageContext session(Session session, User user) {
        return new FakeStageContext(new Visit(
                        visit.settings,
                        visit.answers,
                        visit.state,
                        visit.facts,
                        visit.user,
                        Optional.of(session),
                        visit.failures,
                        visit.flow,
                        visit.documents,
                        visit.authenticators,
                        visit.now))
                .knownUser(user);
    }

    /** After some refused answers. */
    public FakeStageContext failures(int failures) {
        return new FakeStageContext(new Visit(
                visit.settings,
                visit.answers,
                visit.state,
                visit.facts,
                visit.user,
                visit.session,
                failures,
                visit.flow,
                visit.documents,
                visit.authenticators,
                visit.now));
    }

    /** On the way to an application. */
    public FakeStageContext application(String slug, String name) {
        FlowInfo flow = new FlowInfo("authorize", "Authorize", "authorization", Optional.of(slug), name);
        return new FakeStageContext(new Visit(
                visit.settings,
                visit.answers,
                visit.state,
                visit.facts,
                visit.user,
                visit.session,
                visit.failures,
                flow,
                visit.documents,
                visit.authenticators,
                visit.now));
    }

    /** Of a plug-in with these documents. */
    public FakeStageContext documents(DocumentReader documents) {
        return new FakeStageContext(new Visit(
                visit.settings,
                visit.answers,
                visit.state,
                visit.facts,
                visit.user,
                visit.session,
                visit.failures,
                visit.flow,
                documents,
                visit.authenticators,
                visit.now));
    }

    /** With the second factors of the user. */
    public FakeStageContext authenticators(Authenticators authenticators) {
        return new FakeStageContext(new Visit(
                visit.settings,
                visit.answers,
                visit.state,
                visit.facts,
                visit.user,
                visit.session,
                visit.failures,
                visit.flow,
                visit.documents,
                authenticators,
                visit.now));
    }

    private FakeStageContext knownUser(User user) {
        return new FakeStageContext(new Visit(
                visit.settings,
                visit.answers,
                visit.state,
                visit.facts,
                Optional.of(user),
                visit.session,
                visit.failures,
                visit.flow,
                visit.documents,
                visit.authenticators,
                visit.now));
    }

    @Override
    public <S extends Record> S settings(Class<S> type) {
        return type.cast(visit.settings);
    }

    @Override
    public Optional<JsonObject> answers() {
        return visit.answers;
    }

    @Override
    public JsonObject state() {
        return visit.state;
    }

    @Override
    public JsonObject facts() {
        return visit.facts;
    }

    @Override
    public Optional<User> user() {
        return visit.user;
    }

    @Override
    public Optional<Session> session() {
        return visit.session;
    }

    @Override
    public int failures() {
        return visit.failures;
    }

    @Override
    public FlowInfo flow() {
        return visit.flow;
    }

    /** Knows every flow: its address is made of its id. */
    @Override
    public Optional<URI> address(UUID flow) {
        return Optional.of(URI.create("/if/flow/" + flow + "/"));
    }

    @Override
    public ClientInfo client() {
        return CLIENT;
    }

    @Override
    public DocumentReader documents() {
        return visit.documents;
    }

    @Override
    public Authenticators authenticators() {
        return visit.authenticators;
    }

    @Override
    public Instant now() {
        return visit.now;
    }
}
