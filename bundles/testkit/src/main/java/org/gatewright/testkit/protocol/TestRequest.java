package org.gatewright.testkit.protocol;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.spi.http.Headers;
import org.gatewright.spi.http.Parameters;
import org.gatewright.spi.http.Request;

/**
 * Builds requests. A parameter given twice is sent twice.
 *
 * @since 1.0
 */
public final class TestRequest {

    /** Where the server of all test requests is. */
    public static final URI ORIGIN = URI.create("https://id.example.org");

    private final String method;
    private final String path;
    private final Map<String, String> pathParameters = new LinkedHashMap<>();
    private final Map<String, List<String>> query = new LinkedHashMap<>();
    private final Map<String, List<String>> form = new LinkedHashMap<>();
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private Optional<String> rawQuery = Optional.empty();

    private TestRequest(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** Begins a GET. */
    public static TestRequest get(String path) {
        return new TestRequest("GET", path);
    }

    /** Begins a POST. */
    public static TestRequest post(String path) {
        return new TestRequest("POST", path);
    }

    /** Begins a request with another method. */
    public static TestRequest of(String method, String path) {
        return new TestRequest(method, path);
    }

    /** Gives the value of a name in braces of the route. */
    public TestRequest path(String name, String value) {
        pathParameters.put(name, value);
        return this;
    }

    /** Adds a parameter to the address. */
    public TestRequest query(String name, String value) {
        query.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        return this;
    }

    /** Sends this query, with the parameters that it has, whatever the way it is encoded. */
    public TestRequest rawQuery(String text) {
        rawQuery = Optional.of(text);
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            query(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
        }
        return this;
    }

    /** Adds a parameter to the body. */
    public TestRequest form(String name, String value) {
        form.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        return this;
    }

    /** Adds parameters: to the body of a POST, to the address of a GET. */
    public TestRequest with(Map<String, String> parameters) {
        parameters.forEach(method.equals("POST") ? this::form : this::query);
        return this;
    }

    /** Adds a header. */
    public TestRequest header(String name, String value) {
        headers.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        return this;
    }

    /** Adds the header of HTTP Basic authentication, the two parts as they are. */
    public TestRequest basic(String name, String secret) {
        String pair = name + ":" + secret;
        return header(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    /** Adds a bearer token. */
    public TestRequest bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /** Returns the request. */
    public Request build() {
        return new Request(
                method,
                path,
                pathParameters,
                new Parameters(query),
                new Parameters(form),
                new Headers(headers),
                Optional.empty(),
                new ClientInfo("192.0.2.1", "test", ORIGIN),
                rawQuery.orElseGet(this::encodedQuery));
    }

    private String encodedQuery() {
        return query.entrySet().stream()
                .flatMap(
                        entry -> entry.getValue().stream().map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
