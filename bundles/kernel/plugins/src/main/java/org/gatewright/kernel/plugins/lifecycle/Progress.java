package org.gatewright.kernel.plugins.lifecycle;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.plugins.PluginOperations;
import org.gatewright.spi.error.GatewrightException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps in memory how far the changes of plug-ins have come. A change belongs to the thread that makes it. */
@Component(service = {PluginOperations.class, Progress.class})
public final class Progress implements PluginOperations {

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    private static final int ENDED = 50;
    private static final String FAILED = "It failed, and the log of the server says why.";

    private final Clock clock;
    private final Map<UUID, Operation> operations = new LinkedHashMap<>();
    private final ThreadLocal<Asked> asked = new ThreadLocal<>();
    private final ThreadLocal<UUID> made = new ThreadLocal<>();

    /** Begins with nothing. */
    @Activate
    public Progress() {
        this(Clock.systemUTC());
    }

    Progress(Clock clock) {
        this.clock = clock;
    }

    /** Who wants to follow what this thread is about to do. */
    private record Asked(UUID id, Consumer<String> listener) {}

    @Override
    public synchronized List<Operation> recent() {
        List<Operation> recent = new ArrayList<>(operations.values());
        Collections.reverse(recent);
        return recent;
    }

    @Override
    public <T> T as(UUID id, Consumer<String> listener, Supplier<T> work) {
        asked.set(new Asked(id, listener));
        try {
            return work.get();
        } finally {
            asked.remove();
        }
    }

    /** Makes a change: what is reached in this thread meanwhile is a step of it. */
    <T> T of(String action, String plugin, Supplier<T> change) {
        Asked follower = asked.get();
        UUID id = follower == null ? UUID.randomUUID() : follower.id();
        begin(new Operation(id, action, plugin, State.WAITING, "", clock.instant(), Optional.empty(), List.of()));
        made.set(id);
        try {
            T result = change.get();
            end(id, State.DONE, "");
            return result;
        } catch (GatewrightException e) {
            end(id, State.REFUSED, e.detail());
            throw e;
        } catch (RuntimeException | Error e) {
            end(id, State.REFUSED, FAILED);
            throw e;
        } finally {
            made.remove();
        }
    }

    /** The change that this thread makes waits no longer. */
    void running() {
        change(operation -> with(operation, State.RUNNING, operation.steps()));
    }

    /** The change that this thread makes has come so far; nothing happens if it makes none. */
    void reached(String step) {
        change(operation -> {
            List<Step> steps = new ArrayList<>(operation.steps());
            steps.add(new Step(step, clock.instant()));
            return with(operation, operation.state(), steps);
        });
        tell(step);
    }

    private void tell(String word) {
        Asked follower = asked.get();
        if (follower != null && made.get() != null) {
            try {
                follower.listener().accept(word);
            } catch (RuntimeException e) {
                LOG.debug("Whoever follows a change of a plug-in could not be told", e);
            }
        }
    }

    private synchronized void begin(Operation operation) {
        Operation before = operations.remove(operation.id());
        if (before != null && before.ended().isEmpty()) {
            operations.put(before.id(), before);
            throw new GatewrightException(CommonError.CONFLICT, "Another change goes by this id, and is being made.");
        }
        operations.put(operation.id(), operation);
        long tooMany = operations.values().stream()
                        .filter(one -> one.ended().isPresent())
                        .count()
                - ENDED;
        operations.values().stream()
                .filter(one -> one.ended().isPresent())
                .limit(Math.max(0, tooMany))
                .map(Operation::id)
                .toList()
                .forEach(operations::remove);
    }

    private synchronized void change(UnaryOperator<Operation> change) {
        UUID id = made.get();
        if (id != null) {
            operations.computeIfPresent(id, (key, operation) -> change.apply(operation));
        }
    }

    private void end(UUID id, State state, String reason) {
        change(operation -> new Operation(
                id,
                operation.action(),
                operation.plugin(),
                state,
                reason,
                operation.started(),
                Optional.of(clock.instant()),
                operation.steps()));
    }

    private static Operation with(Operation operation, State state, List<Step> steps) {
        return new Operation(
                operation.id(),
                operation.action(),
                operation.plugin(),
                state,
                operation.reason(),
                operation.started(),
                operation.ended(),
                steps);
    }
}
