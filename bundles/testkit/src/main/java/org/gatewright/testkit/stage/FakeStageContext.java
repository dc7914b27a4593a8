package org.gatewright.testkit.stage;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
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

    private final Record settings;
    private Optional<JsonObject> answers = Optional.empty();
    private JsonObject state = JsonObject.empty();
    private JsonObject facts = JsonObject.empty();
    private Optional<User> user = Optional.empty();
    private Optional<Session> session = Optional.empty();
    private int failures;
    private FlowInfo flow = FLOW;
    private DocumentReader documents = new FakeDocuments(() -> NOW);
    private Authenticators authenticators = new FakeAuthenticators();

    private FakeStageContext(Record settings) {
        this.settings = settings;
    }

    /** The first visit, nothing known and nothing answered. */
    public static FakeStageContext with(Record settings) {
        return new FakeStageContext(settings);
    }

    /** Returns a copy with one thing changed; nobody else has seen the copy by then. */
    private FakeStageContext changed(Consumer<FakeStageContext> change) {
        FakeStageContext copy = new FakeStageContext(settings);
        copy.answers = answers;
        copy.state = state;
        copy.facts = facts;
        copy.user = user;
        copy.session = session;
        copy.failures = failures;
        copy.flow = flow;
        copy.documents = documents;
        copy.authenticators = authenticators;
        change.accept(copy);
        return copy;
    }

    /** With these answers. */
    public FakeStageContext answers(JsonObject answers) {
        return changed(copy -> copy.answers = Optional.of(answers));
    }

    /** With one more answer. */
    public FakeStageContext answer(String name, Object value) {
        return answers(answers.orElseGet(JsonObject::empty).with(name, value));
    }

    /** With what the step kept. */
    public FakeStageContext state(JsonObject state) {
        return changed(copy -> copy.state = state);
    }

    /** After the step has asked: with what it kept, and one more failure if it refused. */
    public FakeStageContext after(StageResult.Ask ask) {
        return state(ask.state()).failures(failures + (ask.refused() ? 1 : 0));
    }

    /** With one more fact. */
    public FakeStageContext fact(String name, Object value) {
        return changed(copy -> copy.facts = facts.with(name, value));
    }

    /** With the user that an earlier step found. */
    public FakeStageContext user(User user) {
        return fact(FactNames.PENDING_USER, user.id()).knownUser(user);
    }

    /** With a signed-in user. */
    public FakeStageContext session(Session session, User user) {
        return changed(copy -> copy.session = Optional.of(session)).knownUser(user);
    }

    /** After some refused answers. */
    public FakeStageContext failures(int failures) {
        return changed(copy -> copy.failures = failures);
    }

    /** On the way to an application. */
    public FakeStageContext application(String slug, String name) {
        FlowInfo flow = new FlowInfo("authorize", "Authorize", "authorization", Optional.of(slug), name);
        return changed(copy -> copy.flow = flow);
    }

    /** Of a plug-in with these documents. */
    public FakeStageContext documents(DocumentReader documents) {
        return changed(copy -> copy.documents = documents);
    }

    /** With the second factors of the user. */
    public FakeStageContext authenticators(Authenticators authenticators) {
        return changed(copy -> copy.authenticators = authenticators);
    }

    private FakeStageContext knownUser(User user) {
        return changed(copy -> copy.user = Optional.of(user));
    }

    @Override
    public <S extends Record> S settings(Class<S> type) {
        return type.cast(settings);
    }

    @Override
    public Optional<JsonObject> answers() {
        return answers;
    }

    @Override
    public JsonObject state() {
        return state;
    }

    @Override
    public JsonObject facts() {
        return facts;
    }

    @Override
    public Optional<User> user() {
        return user;
    }

    @Override
    public Optional<Session> session() {
        return session;
    }

    @Override
    public int failures() {
        return failures;
    }

    @Override
    public FlowInfo flow() {
        return flow;
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
        return documents;
    }

    @Override
    public Authenticators authenticators() {
        return authenticators;
    }

    @Override
    public Instant now() {
        return NOW;
    }
}
