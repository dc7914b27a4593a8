package org.gatewright.itests.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.gatewright.spi.data.JsonObject;

/** Eight administrators who make users as fast as they can, until the server takes no more. */
public final class Settlers {

    private static final int ADMINISTRATORS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Distribution server;
    private final Collection<String> stored = new ConcurrentLinkedQueue<>();
    private final Map<String, HttpResponse<String>> refused = new ConcurrentHashMap<>();

    /** They have made nobody yet. */
    public Settlers(Distribution server) {
        this.server = server;
    }

    /** Lets them work, does what is given once so many users are stored, and waits until each of them is refused. */
    public void addUntilRefused(int some, Runnable obstacle) {
        ExecutorService threads = Executors.newFixedThreadPool(ADMINISTRATORS);
        try {
            IntStream.range(0, ADMINISTRATORS).forEach(number -> threads.execute(() -> work("settler" + number + "-")));
            Condition.await(this::summary, PATIENCE, () -> stored.size() >= some);
            obstacle.run();
            threads.shutdown();
            assertThat(threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as(this::summary)
                    .isTrue();
            assertThat(refused).as(this::summary).hasSize(ADMINISTRATORS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private void work(String prefix) {
        Administrator administrator = new Administrator(server);
        for (int number = 0; !Thread.currentThread().isInterrupted(); number++) {
            String name = prefix + number;
            HttpResponse<String> answer = add(administrator, name);
            if (answer.statusCode() != 201) {
                refused.put(name, answer);
                return;
            }
            stored.add(name);
        }
    }

    /** Returns how each of them was refused. */
    public Collection<HttpResponse<String>> refusals() {
        return refused.values();
    }

    /** Makes the refused users again; one whose commit was taken before its flush failed may be there already, but whole. */
    public void addTheRefused() {
        Administrator administrator = new Administrator(server);
        refused.keySet().forEach(name -> {
            HttpResponse<String> answer = add(administrator, name);
            assertThat(answer.statusCode()).as(name + " " + answer.body()).isIn(201, 400);
            stored.add(name);
        });
    }

    /** Checks that everybody is there whose making was acknowledged. */
    public void assertThatAllAreThere() {
        Administrator administrator = new Administrator(server);
        assertThat(stored)
                .filteredOn(name ->
                        administrator.list("core/users/?username=" + name).size() != 1)
                .as("acknowledged and lost")
                .isEmpty();
    }

    private String summary() {
        return stored.size() + " users stored, refused "
                + List.copyOf(refused.values()).stream().map(HttpResponse::body).toList();
    }

    private static HttpResponse<String> add(Administrator administrator, String name) {
        return administrator.send("POST", "core/users/", JsonObject.of(Map.of("username", name, "name", name)));
    }
}
