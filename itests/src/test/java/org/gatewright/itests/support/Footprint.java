package org.gatewright.itests.support;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Counts the class loaders that a server keeps. */
public final class ClassLoaders {

    private static final String OF_BUNDLES = "org.apache.felix.framework.BundleWiringImpl$BundleClassLoader";

    private ClassLoaders() {}

    /** Returns how many class loaders of bundles are reachable: what is not is collected first. */
    public static long ofBundles(Distribution server) {
        Command histogram = Command.run(
                Path.of("."),
                Map.of(),
                Duration.ofSeconds(60),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(server.pid()),
                        "GC.class_histogram"));
        return histogram
                .output()
                .lines()
                .filter(line -> line.strip().endsWith(OF_BUNDLES) || line.contains(OF_BUNDLES + " "))
                .mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[1]))
                .sum();
    }
}
