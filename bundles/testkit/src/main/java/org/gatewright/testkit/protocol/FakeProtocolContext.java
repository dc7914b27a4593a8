package org.gatewright.testkit.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.protocol.Access;
import org.gatewright.spi.protocol.FlowRequest;
import org.gatewright.spi.protocol.FlowStart;
import org.gatewright.spi.protocol.ProtocolContext;
import org.gatewright.spi.protocol.Provider;
import org.gatewright.spi.session.Session;
import org.gatewright.testkit.session.Rewindable;
import org.gatewright.testkit.store.FakeDocuments;

/**
 * A context that a test sets up and looks into. A flow begins with a page unless the test says otherwise; a transaction that throws brings the fakes given back
 * to where they were.
 *
 * @since 1.0
 */
public final class FakeProtocolContext implements ProtocolContext {

    private final List<Provider<?>> providers = new ArrayList<>();
    private final List<Rewindable> stores = new ArrayList<>();
    private final List<FlowRequest> begun = new ArrayList<>();
    private final List<AuditedEvent> audited = new ArrayList<>();
    private final Map<UUID, Access> refused = new HashMap<>();
    private Instant now = Instant.parse("2026-06-01T12:00:00Z");
    private final FakeDocuments documents = new FakeDocuments(this::now);
    private Optional<Session> session = Optional.empty();
    private Function<FlowRequest, FlowStart> flows = FakePages::page;

    /** Adds or replaces the provider. */
    public FakeProtocolContext with(Provider<?> provider) {
        providers.removeIf(other -> other.id().equals(provider.id()));
        providers.add(provider);
        return this;
    }

    /** Removes the provider. */
    public void without(Provider<?> provider) {
        providers.removeIf(other -> other.id().equals(provider.id()));
    }

    /** Makes the fakes take part in transactions. */
    public FakeProtocolContext joining(Rewindable... joining) {
        stores.addAll(List.of(joining));
        return this;
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** Signs the user in in the browser, now, by password. */
    public Session signIn(User user) {
        Session begins = new Session(UUID.randomUUID(), user.id(), now, List.of("pwd"), now.plus(Duration.ofDays(14)));
        session = Optional.of(begins);
        return begins;
    }

    /** Ends the browser's session. */
    public void signOut() {
        session = Optional.empty();
    }

    /** Refuses the user at every application. */
    public void refuse(User user, Access access) {
        refused.put(user.id(), access);
    }

    /** Says what becomes of flows. */
    public void flows(Function<FlowRequest, FlowStart> become) {
        flows = become;
    }

    /** Returns the flows that were begun, in order. */
    public List<FlowRequest> begun() {
        return List.copyOf(begun);
    }

    /** Returns the flow that was begun last. */
    public FlowRequest lastBegun() {
        return begun.get(begun.size() - 1);
    }

    /** Returns the recorded events, in order. */
    public List<AuditedEvent> audited() {
        return List.copyOf(audited);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Optional<Session> session() {
        return session;
    }

    @Override
    public <S extends Record> Optional<Provider<S>> providerOf(String application, Class<S> settings) {
        return find(
                provider -> provider.application().filter(application::equals).isPresent(), settings);
    }

    @Override
    public <S extends Record> Optional<Provider<S>> providerBy(String setting, String value, Class<S> settings) {
        return find(provider -> UniqueSettings.has(provider.settings(), setting, value), settings);
    }

    @Override
    public Access access(Provider<?> provider, Optional<User> user) {
        Access allowed = new Access(true, List.of(), Optional.empty());
        return user.map(who -> refused.getOrDefault(who.id(), allowed)).orElse(allowed);
    }

    @Override
    public FlowStart begin(FlowRequest request) {
        begun.add(request);
        return flows.apply(request);
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        List<Runnable> back = Stream.concat(Stream.of(documents), stores.stream())
                .map(Rewindable::rewind)
                .toList();
        int events = audited.size();
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            if (!done) {
                back.forEach(Runnable::run);
                audited.subList(events, audited.size()).clear();
            }
        }
    }

    @Override
    public FakeDocuments documents() {
        return documents;
    }

    @Override
    public void audit(String action, Optional<User> user, JsonObject context) {
        audited.add(new AuditedEvent(action, user, context));
    }

    @SuppressWarnings("unchecked") // the settings were looked at
    private <S extends Record> Optional<Provider<S>> find(
            java.util.function.Predicate<Provider<?>> wanted, Class<S> settings) {
        return providers.stream()
                .filter(provider -> settings.isInstance(provider.settings()))
                .filter(wanted)
                .map(provider -> (Provider<S>) provider)
                .findFirst();
    }
}
