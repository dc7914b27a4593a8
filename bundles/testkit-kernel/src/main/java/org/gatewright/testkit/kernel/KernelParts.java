package org.gatewright.testkit.kernel;

import java.time.Instant;
import org.gatewright.kernel.configuration.Outside;
import org.gatewright.kernel.configuration.StoredConfiguration;
import org.gatewright.kernel.directory.Audit;
import org.gatewright.kernel.directory.LeasedCredentialVerifier;
import org.gatewright.kernel.directory.LeasedHashers;
import org.gatewright.kernel.directory.PermittedViews;
import org.gatewright.kernel.directory.Rights;
import org.gatewright.kernel.directory.RoleAccessControl;
import org.gatewright.kernel.directory.StoredDevices;
import org.gatewright.kernel.directory.StoredDirectory;
import org.gatewright.kernel.directory.StoredGroups;
import org.gatewright.kernel.directory.StoredUsers;
import org.gatewright.kernel.flow.AddressTries;
import org.gatewright.kernel.flow.ApplicationAccess;
import org.gatewright.kernel.flow.ConnectionSignIn;
import org.gatewright.kernel.flow.DocumentEffects;
import org.gatewright.kernel.flow.Effects;
import org.gatewright.kernel.flow.Endings;
import org.gatewright.kernel.flow.FlowMeter;
import org.gatewright.kernel.flow.FlowRequests;
import org.gatewright.kernel.flow.FlowRunner;
import org.gatewright.kernel.flow.FlowStates;
import org.gatewright.kernel.flow.HeadlessFlows;
import org.gatewright.kernel.flow.LeasedOutpostDispatcher;
import org.gatewright.kernel.flow.LeasedProtocolDispatcher;
import org.gatewright.kernel.flow.Methods;
import org.gatewright.kernel.flow.Planner;
import org.gatewright.kernel.flow.ProtocolFlows;
import org.gatewright.kernel.flow.Refusals;
import org.gatewright.kernel.flow.RouteRegistry;
import org.gatewright.kernel.flow.StepRunner;
import org.gatewright.kernel.flow.StepVisits;
import org.gatewright.kernel.flow.TransactionalFlowEngine;
import org.gatewright.kernel.flow.Tries;
import org.gatewright.kernel.flow.Turns;
import org.gatewright.kernel.flow.UserEffects;
import org.gatewright.kernel.flow.Walker;
import org.gatewright.kernel.mapping.LeasedExpressions;
import org.gatewright.kernel.plugins.documents.StoredDocuments;
import org.gatewright.kernel.policy.BoundPolicies;
import org.gatewright.kernel.session.SingleUseValues;
import org.gatewright.kernel.session.StoredConsents;
import org.gatewright.kernel.session.StoredGrants;
import org.gatewright.kernel.session.StoredSessions;
import org.gatewright.port.plugins.PluginTexts;
import org.gatewright.testkit.port.FakeCatalogue;
import org.gatewright.testkit.port.FakeSettings;
import org.gatewright.testkit.port.FixedClock;
import org.gatewright.testkit.port.InMemoryDatabase;
import org.gatewright.testkit.port.PlainSealer;
import org.gatewright.testkit.port.RecordingEvents;
import org.gatewright.testkit.session.FakeCertifiedKeys;
import org.gatewright.testkit.session.FakeTokenSigner;

/** The kernel, put together by hand as Declarative Services would do it. Only stores, catalogue, clock, cipher and signatures are those of tests. */
final class KernelParts {

    final FixedClock clock = new FixedClock(Instant.parse("2026-11-23T12:00:00Z"));
    final InMemoryDatabase database = new InMemoryDatabase();
    final PlainSealer sealer = new PlainSealer();
    final FakeCatalogue installed = new FakeCatalogue();
    final WatchedCatalogue catalogue = new WatchedCatalogue(installed);
    final RecordingEvents events = new RecordingEvents(database, clock);

    final StoredDocuments documents = new StoredDocuments(database.documents(), database.transactions(), events, clock);
    final StoredSessions sessions =
            new StoredSessions(database.sessions(), database.grants(), database.transactions(), clock);
    final StoredGrants grants = new StoredGrants(database.grants(), clock);
    final StoredConsents consents = new StoredConsents(database.consents(), clock);
    final SingleUseValues singleUse = new SingleUseValues(database.singleUse(), sealer, clock);
    final FakeTokenSigner signer = new FakeTokenSigner();
    final FakeCertifiedKeys certifiedKeys = new FakeCertifiedKeys();

    final StoredDirectory directory = new StoredDirectory(database.users(), database.groups());
    final LeasedHashers hashers = new LeasedHashers(catalogue, database.users(), new FakeSettings());
    final LeasedCredentialVerifier verifier = new LeasedCredentialVerifier(catalogue);
    final LeasedExpressions expressions = new LeasedExpressions(catalogue);
    private final Audit audit = new Audit(events);
    private final Rights rights =
            new Rights(database.groups(), database.users(), new RoleAccessControl(database.groups()));
    final StoredDevices devices =
            new StoredDevices(documents, sealer, database.transactions(), directory, rights, audit);
    final StoredUsers users = new StoredUsers(
            database.users(),
            database.groups(),
            database.tokens(),
            sessions,
            database.transactions(),
            rights,
            hashers,
            audit,
            clock);
    final StoredGroups groups =
            new StoredGroups(database.groups(), database.users(), database.transactions(), rights, audit);

    final StoredConfiguration configuration = new StoredConfiguration(
            database.configuration(),
            database.transactions(),
            events,
            sealer,
            catalogue,
            new Outside(database.users(), database.groups(), database.keys(), groups));
    final BoundPolicies policies = new BoundPolicies(catalogue, documents, database.groups(), clock);
    final RouteRegistry routes = new RouteRegistry(catalogue);
    final TransactionalFlowEngine engine;
    final LeasedProtocolDispatcher dispatcher;
    final LeasedOutpostDispatcher outposts;

    KernelParts() {
        FlowMeter meter = new FlowMeter();
        Refusals refusals = new Refusals(events);
        Turns turns = new Turns(configuration, sessions, directory, clock);
        Planner planner = new Planner(policies, catalogue, users, refusals);
        ApplicationAccess access = new ApplicationAccess(policies, refusals);
        FlowRequests requests = new FlowRequests(planner, access);
        FlowStates states = new FlowStates(database.flowStates(), sealer, database.transactions());
        Methods methods =
                new Methods(catalogue, devices, sealer, new Tries(documents), new AddressTries(), PluginTexts.NONE);
        FlowRunner runner = new FlowRunner(
                new Walker(
                        new StepVisits(new StepRunner(catalogue, documents, methods, PluginTexts.NONE, meter)),
                        planner),
                states,
                new Effects(
                        sessions,
                        database.users(),
                        database.consents(),
                        events,
                        new UserEffects(users, database.singleUse()),
                        new DocumentEffects(documents)),
                new Endings(catalogue, requests, meter, access, database.transactions(), events, documents),
                database.transactions());
        engine = new TransactionalFlowEngine(turns, states, planner, runner);
        outposts = new LeasedOutpostDispatcher(
                catalogue,
                turns,
                new ConnectionSignIn(new HeadlessFlows(planner, runner), access, sessions),
                sessions,
                new PermittedViews(new RoleAccessControl(database.groups()), database.directorySearch()));
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
}
