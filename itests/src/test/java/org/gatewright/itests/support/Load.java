package org.gatewright.itests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.gatewright.spi.data.JsonObject;

/** Many clients at once, and what they cost the server. */
public final class Load {

    /** What one client does over and over. */
    public interface Action {
        /** Does it once, as the client of this number. */
        void run(Visitor visitor, int number);
    }

    /** What a run cost. */
    public record Result(long cpuMillis, double seconds, long p99Millis) {}

    private Load() {}

    /** Makes users who sign in, named person0 and so on; returns the names. */
    public static List<String> people(Distribution server, int count, String password) {
        Administrator administrator = new Administrator(server);
        List<String> names =
                IntStream.range(0, count).mapToObj(i -> "person" + i).toList();
        for (String name : names) {
            JsonObject user = administrator.create(
                    "core/users/", JsonObject.of("username", name).with("name", name));
            administrator.act(
                    "core/users/" + user.get("pk").orElseThrow() + "/set_password/",
                    JsonObject.of("password", password));
        }
        return names;
    }

    /** Runs an action so many times in all, by so many clients at once. */
    public static Result run(Distribution server, int clients, int times, Action action) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        long cpu = cpuMillis(server);
        long begin = System.nanoTime();
        List<Future<long[]>> running = IntStream.range(0, clients)
                .mapToObj(number -> threads.submit(() -> repeat(server, times / clients, action, number)))
                .toList();
        long[] durations = running.stream()
                .map(Load::join)
                .flatMapToLong(Arrays::stream)
                .sorted()
                .toArray();
        double seconds = (System.nanoTime() - begin) / 1e9;
        threads.shutdown();
        return new Result(cpuMillis(server) - cpu, seconds, durations[durations.length * 99 / 100] / 1_000_000);
    }

    private static long[] repeat(Distribution server, int times, Action action, int number) {
        Visitor visitor = new Visitor(server.base());
        long[] durations = new long[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            action.run(visitor, number);
            durations[i] = System.nanoTime() - begin;
        }
        return durations;
    }

    private static long[] join(Future<long[]> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    /** Waits until the server has used less than a tenth of a CPU for two seconds. */
    public static void awaitIdle(Distribution server) {
        List<Long> used = new ArrayList<>(List.of(cpuMillis(server)));
        Condition.await("the server is idle", Duration.ofMinutes(2), () -> {
            LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
            used.add(cpuMillis(server));
            return used.get(used.size() - 1) - used.get(used.size() - 2) < 200;
        });
    }

    /** Returns the resident memory of the server. */
    public static long residentMegabytes(Distribution server) {
        try {
            return Files.readAllLines(Path.of("/proc/" + server.pid() + "/status")).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long cpuMillis(Distribution server) {
        return ProcessHandle.of(server.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow()
                .toMillis();
    }
}
