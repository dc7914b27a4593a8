package org.gatewright.kernel.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gatewright.spi.protocol.Route;

/** All addresses of all protocols. Immutable; segments as they are come before names in braces. */
final class RouteTable {

    /**
     * A route with whose it is.
     *
     * @param type of the protocol
     * @param plugin that brings it
     */
    record Owned(String type, String plugin, Route route, List<String> segments) {
        Owned(String type, String plugin, Route route) {
            this(type, plugin, route, RouteTable.segments(route.path()));
        }
    }

    /** What was found for an address. */
    sealed interface Found {

        /** A route that takes the method. */
        record Match(Owned route, Map<String, String> parameters) implements Found {}

        /** Routes with other methods. */
        record OtherMethods(Set<String> allowed, boolean crossOrigin) implements Found {}

        /** No route. */
        record Nothing() implements Found {}
    }

    private final Map<Integer, List<Owned>> bySize = new HashMap<>();

    RouteTable(List<Owned> routes) {
        List<Owned> sorted = new ArrayList<>(routes);
        sorted.sort(Comparator.comparing(RouteTable::specificity));
        sorted.forEach(route -> bySize.computeIfAbsent(route.segments().size(), size -> new ArrayList<>())
                .add(route));
    }

    /** The most specific routes of an address decide alone: what has an address of its own is not served by a template that covers it. */
    Found find(String method, String path) {
        List<String> segments = segments(path);
        String decisive = "";
        Set<String> allowed = new TreeSet<>();
        boolean crossOrigin = false;
        for (Owned owned : bySize.getOrDefault(segments.size(), List.of())) {
            Optional<Map<String, String>> parameters = match(owned.segments(), segments);
            if (parameters.isPresent() && (allowed.isEmpty() || shape(owned).equals(decisive))) {
                if (owned.route().methods().contains(method)) {
                    return new Found.Match(owned, parameters.get());
                }
                decisive = shape(owned);
                allowed.addAll(owned.route().methods());
                crossOrigin |= owned.route().crossOrigin();
            }
        }
        return allowed.isEmpty() ? new Found.Nothing() : new Found.OtherMethods(allowed, crossOrigin);
    }

    private static Optional<Map<String, String>> match(List<String> pattern, List<String> segments) {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            String expected = pattern.get(i);
            if (isName(expected) && !segments.get(i).isEmpty()) {
                parameters.put(expected.substring(1, expected.length() - 1), segments.get(i));
            } else if (!expected.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    /** Sorts segments as they are before names, from left to right. */
    private static String specificity(Owned owned) {
        return shape(owned) + owned.route().path() + owned.type();
    }

    /** Tells which segments are names. */
    private static String shape(Owned owned) {
        return owned.segments().stream()
                .map(segment -> isName(segment) ? "1" : "0")
                .collect(Collectors.joining());
    }

    private static boolean isName(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static List<String> segments(String path) {
        String inner = path.substring(path.startsWith("/") ? 1 : 0, path.length());
        inner = inner.endsWith("/") ? inner.substring(0, inner.length() - 1) : inner;
        return List.of(inner.split("/", -1));
    }
}
