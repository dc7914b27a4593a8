package org.gatewright.testkit.port.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatewright.port.directory.GroupFields;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.store.UniqueException;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserType;

/** What the contracts share. Tests do not clean up, so all names are made up anew. */
abstract class StoreContract {

    static final int RACERS = 32;
    static final Instant NOW = Instant.parse("2026-03-29T00:59:59.123456Z");
    static final Instant LATER = NOW.plus(Duration.ofHours(1));
    static final Instant BEFORE = NOW.minus(Duration.ofHours(1));

    abstract Stores stores();

    static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID();
    }

    static UserFields fields(String username) {
        return new UserFields(
                username,
                "Some Body",
                username + "@example.org",
                true,
                UserType.INTERNAL,
                "users",
                JsonObject.empty(),
                List.of());
    }

    static UserFields withoutMail(String username) {
        return new UserFields(username, "", "", true, UserType.INTERNAL, "users", JsonObject.empty(), List.of());
    }

    static UserFields inactive(UserFields fields) {
        return new UserFields(
                fields.username(),
                fields.name(),
                fields.email(),
                false,
                fields.type(),
                fields.path(),
                fields.attributes(),
                fields.groups());
    }

    static UserFields withGroups(UserFields fields, UUID... groups) {
        return new UserFields(
                fields.username(),
                fields.name(),
                fields.email(),
                fields.active(),
                fields.type(),
                fields.path(),
                fields.attributes(),
                List.of(groups));
    }

    static GroupFields group(String name, boolean superuser, UUID... parents) {
        return new GroupFields(name, superuser, List.of(parents), List.of(), JsonObject.empty());
    }

    static PageRequest filtered(String name, String value) {
        return new PageRequest(1, 100, List.of(), "", Map.of(name, value));
    }

    static PageRequest search(String words) {
        return new PageRequest(1, 100, List.of(), words, Map.of());
    }

    User user() {
        return stores().users().add(UUID.randomUUID(), fields(unique("u")), NOW);
    }

    static void assertTaken(ThrowingCallable call, String constraint) {
        assertThatThrownBy(call).isInstanceOf(UniqueException.class).hasMessage(constraint);
    }

    /** Runs the work and rolls it back. */
    void undone(Runnable work) {
        RuntimeException end = new RuntimeException("rolls back");
        assertThatThrownBy(() -> stores().transactions().run(() -> {
                    work.run();
                    throw end;
                }))
                .isSameAs(end);
    }

    /** Lets many try at once, each in a transaction of its own; one alone gets true. */
    void assertOneWins(BooleanSupplier attempt) {
        assertThat(race(() -> stores().transactions().call(attempt::getAsBoolean)))
                .filteredOn(won -> won)
                .hasSize(1);
    }

    /** Runs the task on many threads at the same moment. */
    static <T> List<T> race(Callable<T> task) {
        CyclicBarrier start = new CyclicBarrier(RACERS);
        ExecutorService threads = Executors.newFixedThreadPool(RACERS);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < RACERS; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : running) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Runs the work in another thread, to its end. */
    static void elsewhere(Runnable work) {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            thread.submit(work).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            thread.shutdownNow();
        }
    }
}
