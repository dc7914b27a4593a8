package org.gatewright.itests.support;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a server keeps. What is not reachable is collected before it is counted.
 *
 * @param classLoaders those of bundles
 * @param megabytes of objects
 * @param threadsByName that live, counted by their name without its numbers
 */
public record Footprint(long classLoaders, long megabytes, Map<String, Long> threadsByName) {

    private static final String OF_BUNDLES = "org.apache.felix.framework.BundleWiringImpl$BundleClassLoader";
    private static final Pattern THREAD = Pattern.compile("\"(.*?)\" ");
    private static final Pattern NUMBER = Pattern.compile("[0-9a-f]*[0-9][0-9a-f]*");

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

    /** Returns how many threads live, without those of the HTTP server: its pool grows with the load up to its own limit. */
    public long threads() {
        return threadsByName.entrySet().stream()
                .filter(name -> !name.getKey().startsWith("qtp"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static long number(String line, int column) {
        return Long.parseLong(line.strip().split("\\s+")[column]);
    }

    /** Returns how many threads of each name live; numbers in names do not count. */
    private static Map<String, Long> threads(Distribution server) {
        return server.diagnose("Thread.print")
                .lines()
                .map(THREAD::matcher)
                .filter(Matcher::lookingAt)
                .map(found -> NUMBER.matcher(found.group(1)).replaceAll("*"))
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    }
}
