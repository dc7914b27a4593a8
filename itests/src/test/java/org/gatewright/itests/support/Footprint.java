package org.gatewright.itests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a server keeps. What is not reachable is collected before it is counted.
 *
 * @param classLoaders those of bundles
 * @param megabytes of objects
 * @param threads that live
 */
public record Footprint(long classLoaders, long megabytes, long threads) {

    private static final String OF_BUNDLES = "org.apache.felix.framework.BundleWiringImpl$BundleClassLoader";

    /** Counts. */
    public static Footprint of(Distribution server) {
        List<String> histogram = server.diagnose("GC.class_histogram").lines().toList();
        long classLoaders = histogram.stream()
                .filter(line -> line.strip().endsWith(OF_BUNDLES) || line.contains(OF_BUNDLES + " "))
                .mapToLong(line -> number(line, 1))
                .sum();
        long bytes = histogram.stream()
                .filter(line -> line.startsWith("Total"))
                .mapToLong(line -> number(line, 2))
                .sum();
        return new Footprint(classLoaders, bytes >> 20, threads(server));
    }

    private static long number(String line, int column) {
        return Long.parseLong(line.strip().split("\\s+")[column]);
    }

    private static long threads(Distribution server) {
        try {
            return Files.readAllLines(Path.of("/proc/" + server.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("Threads:"))
                    .mapToLong(line -> number(line, 1))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
