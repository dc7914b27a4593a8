package org.gatewright.kernel.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.Devices;
import org.gatewright.port.directory.UserDevice;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.plugins.DeclaredPermissions;
import org.gatewright.port.plugins.Lease;
import org.gatewright.port.plugins.Permission;
import org.gatewright.spi.authenticator.Addition;
import org.gatewright.spi.authenticator.Attempt;
import org.gatewright.spi.authenticator.AuthenticatorMethod;
import org.gatewright.spi.authenticator.Authenticators;
import org.gatewright.spi.authenticator.Device;
import org.gatewright.spi.authenticator.Enrolment;
import org.gatewright.spi.authenticator.OwnDevice;
import org.gatewright.spi.authenticator.Prompt;
import org.gatewright.spi.authenticator.Proof;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.FieldError;
import org.gatewright.spi.stage.PageElement;

/** The second factors of the flow's user during one visit. Collects what is to be done when the turn has won, so that no stage can forget it. */
final class VisitAuthenticators implements Authenticators {

    private static final String BUSY = "Something else has changed this meanwhile. Try again.";

    private final Methods methods;
    private final VisitContext.Visit visit;
    private final DeclaredPermissions declared;
    private final List<Visited.Wishes> wishes = new ArrayList<>();
    private final Map<PageElement, JsonObject> elements = new HashMap<>();
    private boolean attempted;

    /** @param declared what the stage declares: without {@link Permission#AUTHENTICATORS} each call is refused */
    VisitAuthenticators(Methods methods, VisitContext.Visit visit, DeclaredPermissions declared) {
        this.methods = methods;
        this.visit = visit;
        this.declared = declared;
    }

    /** What the methods that were called want done, and what is to be done about devices. */
    List<Visited.Wishes> wishes() {
        return List.copyOf(wishes);
    }

    /** Addresses of elements that methods ask with. */
    Map<PageElement, JsonObject> elements() {
        return Map.copyOf(elements);
    }

    @Override
    public List<OwnDevice> devices() {
        return user().map(user ->
                        methods.devices().of(user.id()).stream().map(this::own).toList())
                .orElse(List.of());
    }

    @Override
    public Prompt challenge(UUID device, JsonObject state) {
        Chosen chosen = chosen(device);
        return methods.leased(visit, chosen.device().type(), lease -> {
            MethodContext.Proving context = chosen.context(lease, state).with(JsonObject.empty());
            Prompt prompt = lease.call(method -> permitted(method.challenge(context), lease));
            remember(lease, prompt.effects(), List.of());
            return new Prompt(
                    methods.said(lease, visit).fields(prompt.fields()),
                    prompt.data(),
                    methods.seal(lease, device, prompt.state()),
                    List.of());
        });
    }

    @Override
    public Attempt prove(UUID device, JsonObject answers, JsonObject state) {
        if (attempted) {
            throw new IllegalStateException("a stage may make one attempt a visit");
        }
        attempted = true;
        Chosen chosen = chosen(device);
        Tries.Count count = methods.tries().read(chosen.user().id());
        Duration pause = count.pause(visit.turn().now());
        if (!pause.isZero()) {
            return new Attempt.Failed(
                    Challenge.NON_FIELD_ERRORS, tooMany("in " + (pause.toSeconds() + 1) + " seconds"), state);
        }
        return methods.leased(visit, chosen.device().type(), lease -> attempt(lease, chosen, count, answers, state));
    }

    private static Prompt permitted(Prompt prompt, Lease<?> lease) {
        EffectPermissions.check(prompt.effects(), lease.permissions());
        return prompt;
    }

    private Attempt attempt(
            Lease<AuthenticatorMethod> lease, Chosen chosen, Tries.Count count, JsonObject answers, JsonObject state) {
        String address = visit.turn().client().address();
        if (!methods.addresses().begin(address, visit.turn().now())) {
            return new Attempt.Failed(Challenge.NON_FIELD_ERRORS, tooMany("in some minutes"), state);
        }
        Proof proof =
                lease.call(method -> method.verify(chosen.context(lease, state).with(answers)));
        if (proof instanceof Proof.Accepted accepted) {
            methods.addresses().succeeded(address, visit.turn().now());
            remember(lease, List.of(), List.of(used(chosen.named(accepted.device()), accepted), succeeded(count)));
            return new Attempt.Proved(accepted.methods());
        }
        Proof.Refused refused = (Proof.Refused) proof;
        remember(lease, List.of(), List.of(failed(count)));
        return new Attempt.Failed(
                refused.field(),
                methods.said(lease, visit).error(refused.error()),
                methods.seal(lease, chosen.device().id(), refused.state()));
    }

    @Override
    public Addition add(UUID method, Optional<JsonObject> answers, JsonObject state) {
        User user = user().orElseThrow(VisitAuthenticators::nobody);
        ConfigurationObject instance = methods.find(visit.turn(), method)
                .orElseThrow(() -> Methods.unavailable("The second factor that is to be set up is not installed."));
        return methods.leased(visit, instance.type(), lease -> {
            MethodContext.Enrolling context = new MethodContext.Enrolling(
                    visit.turn(), instance, user, methods.open(lease, method, state), answers);
            Enrolment enrolment = lease.call(called -> called.enrol(context));
            return enrolment instanceof Enrolment.Ask ask
                    ? asks(lease, method, ask)
                    : added(lease, instance, user, (Enrolment.Enrolled) enrolment);
        });
    }

    private Addition asks(Lease<?> lease, UUID method, Enrolment.Ask ask) {
        ask.challenge().element().ifPresent(shown -> elements.put(shown, PageElements.address(shown, lease)));
        return new Addition.Asks(
                methods.said(lease, visit).challenge(ask.challenge()),
                methods.seal(lease, method, ask.state()),
                ask.refused());
    }

    private Addition added(Lease<?> lease, ConfigurationObject instance, User user, Enrolment.Enrolled enrolled) {
        UUID id = UUID.randomUUID();
        Devices.NewDevice device =
                new Devices.NewDevice(user.id(), instance.type(), instance.id(), enrolled.name(), enrolled.content());
        Effect audit = new Effect.Audit(
                "authenticator_added",
                JsonObject.of("type", instance.type()).with("device", id).with("name", enrolled.name()));
        remember(lease, List.of(audit), List.of(turn -> {
            if (enrolled.replaces()) {
                dropOthers(turn, user, instance);
            }
            if (!methods.devices().add(id, device, turn.now())) {
                throw new Rollback(
                        new Rollback.Reason.Refused("You have as many devices as you may have. Delete one first."));
            }
        }));
        return new Addition.Added(id, enrolled.methods());
    }

    private void dropOthers(Turn turn, User user, ConfigurationObject instance) {
        Actor actor = new Actor(Optional.of(user), turn.client().address());
        methods.devices().of(user.id()).stream()
                .filter(device -> device.method().equals(instance.id()))
                .forEach(device -> methods.devices().delete(actor, device));
    }

    /** A device of the flow's user with all that a call of its method needs. */
    private record Chosen(VisitAuthenticators own, User user, ConfigurationObject instance, List<UserDevice> devices) {

        UserDevice device() {
            return devices.get(0);
        }

        /** A method names nothing but what it was given. */
        UserDevice named(UUID id) {
            return devices.stream()
                    .filter(device -> device.id().equals(id))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalStateException("the method accepted a device that it was not asked about"));
        }

        Ready context(Lease<?> lease, JsonObject state) {
            List<Device> seen = devices.stream()
                    .flatMap(device -> own.methods.devices().content(device).stream()
                            .map(content -> new Device(device.id(), device.name(), content)))
                    .toList();
            if (seen.isEmpty() || !seen.get(0).id().equals(device().id())) {
                throw Methods.unavailable("What is stored of the device cannot be read.");
            }
            JsonObject kept = own.methods.open(lease, device().id(), state);
            return new Ready(new MethodContext(own.visit.turn(), instance, user, kept), seen);
        }
    }

    /** All but the answers. */
    private record Ready(MethodContext common, List<Device> devices) {
        MethodContext.Proving with(JsonObject answers) {
            return new MethodContext.Proving(common, devices, answers);
        }
    }

    private Chosen chosen(UUID id) {
        User user = user().orElseThrow(VisitAuthenticators::nobody);
        List<UserDevice> all = methods.devices().of(user.id());
        UserDevice device = all.stream()
                .filter(own -> own.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new GatewrightException(CommonError.DENIED, "There is no such device."));
        ConfigurationObject instance = methods.find(visit.turn(), device.method())
                .orElseThrow(() -> Methods.unavailable("The second factor “" + device.name() + "” is not installed."));
        Stream<UserDevice> others = all.stream()
                .filter(own -> own.method().equals(device.method()) && !own.id().equals(id));
        return new Chosen(
                this, user, instance, Stream.concat(Stream.of(device), others).toList());
    }

    private OwnDevice own(UserDevice device) {
        boolean available = methods.find(visit.turn(), device.method())
                .filter(instance -> instance.type().equals(device.type()))
                .isPresent();
        return new OwnDevice(device.id(), device.type(), device.name(), available, device.created(), device.lastUsed());
    }

    private Optional<User> user() {
        if (!declared.has(Permission.AUTHENTICATORS)) {
            throw declared.withheld(Permission.AUTHENTICATORS);
        }
        return visit.turn().user(visit.execution().facts());
    }

    private Deed used(UserDevice device, Proof.Accepted accepted) {
        return turn -> unlessSlower(methods.devices().used(device, accepted.content(), turn.now()));
    }

    private Deed succeeded(Tries.Count count) {
        return turn -> unlessSlower(methods.tries().succeeded(count, turn.now()));
    }

    private Deed failed(Tries.Count count) {
        return turn -> unlessSlower(methods.tries().failed(count, turn.now()));
    }

    private static void unlessSlower(boolean won) {
        if (!won) {
            throw new Rollback(new Rollback.Reason.Fields(Map.of(Challenge.NON_FIELD_ERRORS, List.of(BUSY))));
        }
    }

    private void remember(Lease<?> lease, List<Effect> effects, List<Deed> deeds) {
        if (!effects.isEmpty() || !deeds.isEmpty()) {
            wishes.add(new Visited.Wishes(lease.plugin(), effects, deeds));
        }
    }

    private static FieldError tooMany(String when) {
        return new FieldError("Too many attempts have failed. Try again " + when + ".", "throttled");
    }

    private static GatewrightException nobody() {
        return new GatewrightException(CommonError.DENIED, "Nobody has been identified in this flow.");
    }
}
