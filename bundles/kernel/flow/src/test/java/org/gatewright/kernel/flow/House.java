package org.gatewright.kernel.flow;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Designation;
import org.gatewright.port.configuration.EngineMode;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.port.configuration.FlowFields.Authentication;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.configuration.ProviderFields;
import org.gatewright.port.configuration.StageBindingFields;
import org.gatewright.port.configuration.StageBindingFields.InvalidResponseAction;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.flow.FlowEngine;
import org.gatewright.port.outpost.OutpostDispatcher;
import org.gatewright.port.plugins.PluginTexts;
import org.gatewright.port.protocol.ProtocolDispatcher;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserType;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.plugin.NoSettings;
import org.gatewright.spi.protocol.Protocol;
import org.gatewright.spi.stage.Stage;
import org.gatewright.testkit.port.FakeCatalogue;
import org.gatewright.testkit.port.FakeDevices;
import org.gatewright.testkit.port.FakeMeter;
import org.gatewright.testkit.port.FakePluginDocuments;
import org.gatewright.testkit.port.FixedClock;
import org.gatewright.testkit.port.InMemoryDatabase;
import org.gatewright.testkit.port.PlainSealer;
import org.gatewright.testkit.port.RecordingEvents;

/** The engine and the dispatcher over stores in memory, with plug-ins that a test installs. */
final class House {

    static final ClientInfo CLIENT = new ClientInfo("192.0.2.1", "test", URI.create("https://id.example.org"));

    final InMemoryDatabase database = new InMemoryDatabase();
    final FixedClock clock = new FixedClock();
    final FakeCatalogue catalogue = new FakeCatalogue();
    final FakeConfiguration configuration = new FakeConfiguration();
    final FakePolicies policies = new FakePolicies();
    final FakeMeter meter = new FakeMeter();
    final PlainSealer sealer = new PlainSealer();
    final RecordingEvents events = new RecordingEvents(database, clock);
    final FakeUsers users = new FakeUsers(database.users(), clock);
    final FakeSessions sessions = new FakeSessions(database.sessions(), clock);
    final FakePluginDocuments documents = new FakePluginDocuments(database.documents(), clock);
    final FakeDevices devices = new FakeDevices(documents);
    /** What plug-ins say in other languages: the version and the language, before what they say. */
    final PluginTexts texts = (plugin, version, languages) ->
            text -> languages.isEmpty() ? text : version + " " + languages.get(0) + " " + text;

    final RouteRegistry routes = new RouteRegistry(catalogue);
    final FlowEngine engine;
    final ProtocolDispatcher dispatcher;
    final OutpostDispatcher outposts;

    House() {
        FlowMeter meters = new FlowMeter();
        meters.bind(meter);
        Refusals refusals = new Refusals(events);
        Turns turns = new Turns(configuration.configuration(), sessions, users, clock);
        Planner planner = new Planner(policies, catalogue, users, refusals);
        ApplicationAccess access = new ApplicationAccess(policies, refusals);
        FlowRequests requests = new FlowRequests(planner, access);
        FlowStates states = new FlowStates(database.flowStates(), sealer, database.transactions());
        UserEffects userEffects = new UserEffects(users, database.singleUse());
        Methods methods = new Methods(catalogue, devices, sealer, new Tries(documents), new AddressTries(), texts);
        FlowRunner runner = new FlowRunner(
                new Walker(new StepVisits(new StepRunner(catalogue, documents, methods, texts, meters)), planner),
                states,
                new Effects(
                        sessions,
                        database.users(),
                        database.consents(),
                        events,
                        userEffects,
                        new DocumentEffects(documents)),
                new Endings(catalogue, requests, meters, access, database.transactions(), events, documents),
                database.transactions());
        engine = new TransactionalFlowEngine(turns, states, planner, runner);
        outposts = new LeasedOutpostDispatcher(
                catalogue,
                turns,
                new ConnectionSignIn(new HeadlessFlows(planner, runner), access, sessions),
                sessions,
                (actor, provider) -> {
                    throw new AssertionError("nobody looks at the directory");
                });
        dispatcher = new LeasedProtocolDispatcher(
                routes,
                catalogue,
                turns,
                new ProtocolFlows(requests, runner),
                access,
                database.transactions(),
                events,
                documents);
    }

    Entry<FlowFields> flow(String slug, Designation designation, Authentication authentication) {
        return configuration.add(new FlowFields(
                slug,
                slug,
                "Welcome",
                designation,
                "",
                EngineMode.ANY,
                false,
                FlowFields.Layout.STACKED,
                FlowFields.DeniedAction.MESSAGE_CONTINUE,
                authentication));
    }

    Entry<FlowFields> flow(String slug) {
        return flow(slug, Designation.AUTHENTICATION, Authentication.NONE);
    }

    Entry<StageBindingFields> step(Entry<FlowFields> flow, String type, Stage stage) {
        return step(flow, type, stage, InvalidResponseAction.RETRY);
    }

    Entry<StageBindingFields> step(Entry<FlowFields> flow, String type, Stage stage, InvalidResponseAction onRefusal) {
        catalogue.install(Kind.STAGE, type, stage);
        ConfigurationObject instance =
                configuration.add(Model.STAGE, type, flow.value().slug() + "-" + type, new NoSettings());
        return configuration.bind(new StageBindingFields(
                flow.id(), instance.id(), configuration.bindings.size(), false, true, EngineMode.ANY, onRefusal));
    }

    void protocol(String type, Protocol protocol) {
        catalogue.install(Kind.PROTOCOL, type, protocol);
        routes.catalogueChanged(catalogue.snapshot());
    }

    /** A provider named as its unique setting, with an application of the same slug. */
    ConfigurationObject provider(String type, String name) {
        ConfigurationObject provider = configuration.add(Model.PROVIDER, type, name, new NoSettings());
        configuration.providers.put(
                provider.id(),
                new Entry<>(
                        provider.id(),
                        provider.pk(),
                        new ProviderFields(name, Optional.empty(), Optional.empty(), Optional.empty())));
        configuration.addApplication(name, provider.pk());
        return provider;
    }

    User user(String name) {
        return users.create(Actor.system(), fields(name, List.of()), Optional.empty());
    }

    static UserFields fields(String name, List<UUID> groups) {
        return new UserFields(
                name, name, name + "@example.org", true, UserType.INTERNAL, "users", JsonObject.empty(), groups);
    }

    /** A browser in which the user has signed in. */
    Browser signedIn(User user) {
        Browser browser = new Browser(this);
        browser.cookies.put(
                "gatewright_session",
                sessions.start(user.id(), List.of("pwd"), java.time.Duration.ofHours(1), CLIENT)
                        .cookie());
        return browser;
    }

    /** Whether the flow named by the sealed state has a row. */
    boolean hasRow(String ticket) {
        return database.flowStates()
                .find(ExecutionText.read(sealer.open("flow", ticket).orElseThrow())
                        .orElseThrow()
                        .id())
                .isPresent();
    }
}
