package org.gatewright.http.request;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;

/**
 * What proxies say of a request, in {@code Forwarded} (RFC 7239) or else in {@code X-Forwarded-*}. Scheme and host are those that the proxy nearest to us gives.
 *
 * @param chain addresses, the client's first
 */
record Forwarded(List<String> chain, Optional<String> scheme, Optional<String> host) {

    static final Forwarded NONE = new Forwarded(List.of(), Optional.empty(), Optional.empty());

    static Forwarded of(HttpServletRequest request) {
        String standard = String.join(",", Collections.list(request.getHeaders("Forwarded")));
        return standard.isEmpty() ? ofCustomary(request) : ofStandard(standard);
    }

    private static Forwarded ofCustomary(HttpServletRequest request) {
        List<String> chain = list(request, "X-Forwarded-For");
        Optional<String> host = last(list(request, "X-Forwarded-Host"));
        Optional<String> port = last(list(request, "X-Forwarded-Port"));
        return new Forwarded(
                chain,
                last(list(request, "X-Forwarded-Proto")).flatMap(Forwarded::scheme),
                host.map(name -> name.contains(":")
                        ? name
                        : port.map(number -> name + ":" + number).orElse(name)));
    }

    private static Forwarded ofStandard(String header) {
        List<String> chain = new ArrayList<>();
        Optional<String> scheme = Optional.empty();
        Optional<String> host = Optional.empty();
        for (String element : header.split(",")) {
            for (String pair : element.split(";")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? "" : pair.substring(0, equals).trim().toLowerCase(Locale.ROOT);
                String value =
                        equals < 0 ? "" : pair.substring(equals + 1).trim().replace("\"", "");
                switch (name) {
                    case "for" -> chain.add(address(value));
                    case "proto" -> scheme = scheme(value);
                    case "host" -> host = Optional.of(value);
                    default -> {
                        // "by" and extensions say nothing that we use
                    }
                }
            }
        }
        return new Forwarded(chain, scheme, host);
    }

    private static String address(String node) {
        if (node.startsWith("[")) {
            int end = node.indexOf(']');
            return end < 0 ? node : node.substring(1, end);
        }
        int colon = node.indexOf(':');
        return colon > 0 && colon == node.lastIndexOf(':') ? node.substring(0, colon) : node;
    }

    private static Optional<String> scheme(String text) {
        String scheme = text.toLowerCase(Locale.ROOT);
        return scheme.equals("https") || scheme.equals("http") ? Optional.of(scheme) : Optional.empty();
    }

    private static List<String> list(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name)).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::trim)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static Optional<String> last(List<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }
}
