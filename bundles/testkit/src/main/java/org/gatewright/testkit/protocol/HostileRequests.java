package org.gatewright.testkit.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatewright.spi.http.Request;
import org.gatewright.spi.protocol.Route;

/**
 * Requests that no honest client sends.
 *
 * @since 1.0
 */
public final class HostileRequests {

    /** A host that nobody has registered. */
    public static final String FOREIGN_HOST = "evil.example.net";

    private static final Pattern NAME = Pattern.compile("\\{([^/}]*)}");
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "\0",
            "a\r\nSet-Cookie: a=b",
            "../../etc/passwd",
            "' OR 1=1 --",
            "<script>alert(1)</script>",
            "https://" + FOREIGN_HOST + "/",
            "//" + FOREIGN_HOST,
            "javascript:alert(1)",
            "http://[",
            "\uD800",
            "x".repeat(1 << 13),
            "-1",
            "99999999999999999999");
    private static final List<String> CREDENTIALS =
            List.of("", "Basic", "Basic !!!", "Basic Og==", "Bearer", "Bearer \0", "x");

    private HostileRequests() {}

    /**
     * Returns requests to the route in which parameters, one after the other and all together, are what they should not be.
     *
     * @param good values of the parameters in a request that is in order
     */
    public static List<Request> to(Route route, Map<String, String> good) {
        return route.methods().stream()
                .flatMap(method -> Stream.of(
                                VALUES.stream().flatMap(value -> spoilt(method, route, good, value)),
                                good.keySet().stream().map(name -> with(request(method, route, "x"), good)
                                        .query(name, "b")
                                        .form(name, "b")),
                                CREDENTIALS.stream().map(header -> with(request(method, route, "x"), good)
                                        .header("Authorization", header)))
                        .flatMap(requests -> requests))
                .map(TestRequest::build)
                .toList();
    }

    private static Stream<TestRequest> spoilt(String method, Route route, Map<String, String> good, String value) {
        Map<String, String> all = new LinkedHashMap<>(good);
        all.replaceAll((name, old) -> value);
        return Stream.concat(
                Stream.of(with(request(method, route, value), all)),
                good.keySet().stream().map(name -> {
                    Map<String, String> one = new LinkedHashMap<>(good);
                    one.put(name, value);
                    return with(request(method, route, "x"), one);
                }));
    }

    private static TestRequest with(TestRequest request, Map<String, String> parameters) {
        parameters.forEach((name, value) -> request.query(name, value).form(name, value));
        return request;
    }

    /** A request to the route with each name in braces replaced by the value, which is one segment. */
    private static TestRequest request(String method, Route route, String value) {
        String segment = value.isEmpty() ? "-" : value.replace('/', '_');
        TestRequest request =
                TestRequest.of(method, NAME.matcher(route.path()).replaceAll(Matcher.quoteReplacement(segment)));
        NAME.matcher(route.path()).results().forEach(name -> request.path(name.group(1), segment));
        return request;
    }
}
