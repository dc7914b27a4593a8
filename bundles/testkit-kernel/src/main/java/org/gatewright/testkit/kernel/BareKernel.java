package org.gatewright.testkit.kernel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.json.JsonText;
import org.gatewright.port.configuration.Configuration;
import org.gatewright.port.configuration.EngineMode;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.Group;
import org.gatewright.port.directory.GroupFields;
import org.gatewright.port.directory.Permission;
import org.gatewright.port.directory.Role;
import org.gatewright.port.directory.UserDevice;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.events.Event;
import org.gatewright.port.outpost.Peer;
import org.gatewright.port.policy.Decision;
import org.gatewright.port.policy.PolicyQuestion;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserType;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.policy.Verdict;
import org.gatewright.spi.store.Documents;
import org.gatewright.testkit.protocol.TestRequest;

/**
 * The kernel of the server without OSGi, database and web, in which a test installs plug-ins, makes instances of them with settings as JSON, and lets visitors
 * come. Flows, policies, settings, users and sessions are those of the server. What is not: the time limits of the guard, signatures of tokens, and the life cycle
 * of bundles. The clock stands until the test moves it.
 *
 * @since 1.0
 */
public final class BareKernel implements AutoCloseable {

    final KernelParts parts = new KernelParts();
    final FlowEnds ends = new FlowEnds();
    private boolean looked;

    /** Starts with no plug-in. */
    public BareKernel() {
        install(new FlowEnds.Begin());
        install(ends);
    }

    /** Installs a plug-in, made by its only public constructor with services of the kernel. */
    public BareKernel install(Class<?> plugin) {
        return install(PluginClass.of(plugin).create(services()));
    }

    /** Installs a plug-in that the test has made. Another one of the same type goes. */
    public BareKernel install(Object plugin) {
        parts.installed.install(PluginClass.of(plugin.getClass()).version(), plugin);
        changed();
        return this;
    }

    /** Uninstalls a type; its instances stay. */
    public void uninstall(Kind kind, String type) {
        parts.installed.uninstall(kind, type);
        changed();
    }

    void installAbsent(Class<?>... plugins) {
        for (Class<?> plugin : plugins) {
            PluginClass found = PluginClass.of(plugin);
            if (parts.installed
                    .snapshot()
                    .active(found.kind(), found.named().name())
                    .isEmpty()) {
                install(plugin);
            }
        }
    }

    /** Sets the clock. */
    public void at(Instant moment) {
        parts.clock.set(moment);
    }

    /** Returns the moment. */
    public Instant now() {
        return parts.clock.instant();
    }

    /**
     * Makes a stage.
     *
     * @param settings as the API takes them, such as {@code {"max_tries": 3}}
     * @throws RefusedSettings as the administrator would be told
     */
    public Instance stage(String type, String settings) {
        return instance(Model.STAGE, type, settings);
    }

    /** Makes a policy; as {@link #stage}. */
    public Instance policy(String type, String settings) {
        return instance(Model.POLICY, type, settings);
    }

    /** Makes an instance of a second factor; as {@link #stage}. */
    public Instance authenticator(String type, String settings) {
        return instance(Model.AUTHENTICATOR, type, settings);
    }

    /** Returns the types of the second factors of the user, in alphabetical order. */
    public List<String> devices(User user) {
        return parts.devices.of(user.id()).stream()
                .map(UserDevice::type)
                .sorted()
                .toList();
    }

    /** Makes a provider and an application that uses it; as {@link #stage}. */
    public Instance provider(String type, String application, String settings) {
        Instance provider = instance(Model.PROVIDER, type, settings);
        long pk = parts.configuration
                .snapshot()
                .object(provider.id())
                .orElseThrow()
                .pk();
        create(
                Model.APPLICATION,
                "",
                JsonObject.of("name", application).with("slug", application).with("provider", pk));
        return provider;
    }

    /** Changes settings; what is not given stays. */
    public void change(Instance instance, String settings) {
        try {
            parts.configuration.update(Actor.system(), instance.id(), JsonText.read(settings), true);
        } catch (InvalidFieldsException e) {
            throw new RefusedSettings(e.fields(), e);
        }
    }

    /** Returns the JSON Schema of the settings, from which forms are made. */
    public JsonObject schema(Kind kind, String type) {
        return parts.configuration.schema(Model.valueOf(kind == Kind.PROTOCOL ? "PROVIDER" : kind.name()), type);
    }

    /** Makes a flow for anybody. */
    public TestFlow flow(String slug) {
        return new TestFlow(this, slug);
    }

    /** Creates an active user. */
    public User user(String username, JsonObject attributes) {
        UserFields fields = new UserFields(
                username,
                "User " + username,
                username + "@example.org",
                true,
                UserType.INTERNAL,
                "users",
                attributes,
                List.of());
        return parts.users.create(Actor.system(), fields, Optional.empty());
    }

    /** Returns the user as of now. */
    public User user(UUID id) {
        return parts.directory.user(id).orElseThrow();
    }

    /** Deletes the user with all that belongs to them, as an administrator does. */
    public void delete(User user) {
        parts.users.delete(Actor.system(), user.id());
    }

    /** Makes the user a member of the group. */
    public void member(User user, String group) {
        UUID id = parts.groups.byName(group).map(Group::id).orElseGet(() -> parts.groups
                .create(Actor.system(), groupNamed(group))
                .id());
        parts.groups.addMember(Actor.system(), id, user.id());
    }

    private static GroupFields groupNamed(String name) {
        return new GroupFields(name, false, List.of(), List.of(), JsonObject.empty());
    }

    /** Asks the policy, outside of a request. Its failure is a refusal. */
    public Verdict decide(Instance policy, Optional<User> user) {
        return decide(policy, new PolicyQuestion(user, Optional.empty(), Optional.empty(), JsonObject.empty()));
    }

    /** Asks the policy about somebody who opens an application from the address. Its failure is a refusal. */
    public Verdict decide(Instance policy, Optional<User> user, String address) {
        ClientInfo client = new ClientInfo(address, "test browser", TestRequest.ORIGIN);
        return decide(policy, new PolicyQuestion(user, Optional.of("app"), Optional.of(client), JsonObject.empty()));
    }

    private Verdict decide(Instance policy, PolicyQuestion question) {
        UUID flow = create(Model.FLOW, "", TestFlow.fields("asks-" + UUID.randomUUID(), "authentication"));
        create(
                Model.POLICY_BINDING,
                "",
                JsonObject.of("target", flow.toString())
                        .with("policy", policy.id().toString()));
        Decision decision = parts.policies.decide(parts.configuration.snapshot(), flow, EngineMode.ANY, question);
        return new Verdict(decision.passes(), decision.messages(), decision.explanation());
    }

    /** Returns the documents of an installed plug-in. */
    public Documents documents(Class<?> plugin) {
        return parts.documents.of(PluginClass.of(plugin).version().plugin());
    }

    /** Lets somebody come who has no cookie yet. */
    public Visitor visitor() {
        return new Visitor(this);
    }

    /** Connects somebody to an outpost. */
    public Line connect(String outpost) {
        return new Line(parts.outposts.begin(outpost, new Peer("192.0.2.1", outpost, "127.0.0.1", 1, false)));
    }

    /** Sets the password of a user, as an administrator does; their sessions end. A hasher must be installed. */
    public void password(User user, String password) {
        parts.users.setPassword(Actor.system(), user.id(), SecretText.of(password));
    }

    /** Locks a user, as an administrator does. */
    public void lock(User user) {
        UserFields fields = new UserFields(
                user.username(),
                user.name(),
                user.email(),
                false,
                user.type(),
                user.path(),
                user.attributes(),
                List.of());
        parts.users.update(Actor.system(), user.id(), fields);
    }

    /** Gives the members of a group a permission, such as {@code view} on {@code user}. */
    public void permit(String group, String action, String model) {
        Role role = new Role(UUID.randomUUID(), action + "-" + model, List.of(Permission.of(action, model)));
        parts.groups.saveRole(Actor.system(), role);
        GroupFields fields = new GroupFields(group, false, List.of(), List.of(role.id()), JsonObject.empty());
        parts.groups
                .byName(group)
                .ifPresentOrElse(
                        known -> parts.groups.update(Actor.system(), known.id(), fields),
                        () -> parts.groups.create(Actor.system(), fields));
    }

    /** Returns the contexts of the audit events with this action, the oldest first. */
    public List<JsonObject> events(String action) {
        return parts.events.recorded().stream()
                .filter(event -> event.action().equals(action))
                .map(Event::context)
                .toList();
    }

    /** Returns what plug-ins threw and did not mean to. Who looks answers for it. */
    public List<RuntimeException> failures() {
        looked = true;
        return parts.catalogue.failures();
    }

    List<RuntimeException> unseenFailures() {
        return looked ? List.of() : parts.catalogue.failures();
    }

    /** Ends the threads. */
    @Override
    public void close() {
        parts.policies.close();
    }

    UUID create(Model model, String type, JsonObject fields) {
        try {
            Configuration.Created created = parts.configuration.create(Actor.system(), model, type, fields);
            return created.object().id();
        } catch (InvalidFieldsException e) {
            throw new RefusedSettings(e.fields(), e);
        }
    }

    private Instance instance(Model model, String type, String settings) {
        String name = type + "-" + UUID.randomUUID();
        JsonObject fields = JsonText.read(settings).with("name", name);
        return new Instance(create(model, type, fields), model.kind().orElseThrow(), name);
    }

    private void changed() {
        parts.routes.catalogueChanged(parts.catalogue.snapshot());
        parts.hashers.catalogueChanged(parts.catalogue.snapshot());
        parts.expressions.catalogueChanged(parts.catalogue.snapshot());
    }

    private List<?> services() {
        return new ArrayList<>(List.of(
                parts.directory,
                parts.verifier,
                parts.hashers,
                parts.expressions,
                parts.consents,
                parts.grants,
                parts.singleUse,
                parts.signer,
                parts.certifiedKeys));
    }
}
