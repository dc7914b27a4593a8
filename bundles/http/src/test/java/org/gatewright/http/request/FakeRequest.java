package org.gatewright.http.request;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;

/** A request made of headers and cookies. Anything else that is asked of it fails the test. */
final class FakeRequest {

    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final List<Cookie> cookies = new ArrayList<>();
    private final String peer;

    FakeRequest(String peer) {
        this.peer = peer;
        header("Host", "localhost:9000");
    }

    FakeRequest header(String name, String value) {
        headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                .add(value);
        return this;
    }

    FakeRequest host(String host) {
        headers.put("host", List.of(host));
        return this;
    }

    FakeRequest cookie(String name, String value) {
        cookies.add(new Cookie(name, value));
        return this;
    }

    HttpServletRequest build() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                FakeRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHeader" ->
                        values(arguments[0]).stream().findFirst().orElse(null);
                    case "getHeaders" -> Collections.enumeration(values(arguments[0]));
                    case "getHeaderNames" -> Collections.enumeration(headers.keySet());
                    case "getRemoteAddr" -> peer;
                    case "getScheme" -> "http";
                    case "getLocalName" -> "localhost";
                    case "getCookies" -> cookies.toArray(new Cookie[0]);
                    default -> throw new AssertionError(method.getName());
                });
    }

    private List<String> values(Object name) {
        return headers.getOrDefault(name.toString().toLowerCase(Locale.ROOT), List.of());
    }
}
