package org.gatewright.http.request;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;

/** A request made of headers and cookies. Anything else that is asked of it fails the test. */
public final class FakeRequest {

    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final List<Cookie> cookies = new ArrayList<>();
    private final Map<String, Object> attributes = new HashMap<>();
    private final String peer;
    private String verb = "POST";
    private byte[] body = new byte[0];
    private long length;
    private int read;

    /** A request from this address. */
    public FakeRequest(String peer) {
        this.peer = peer;
        header("Host", "localhost:9000");
    }

    /** Adds a header. */
    public FakeRequest header(String name, String value) {
        headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                .add(value);
        return this;
    }

    /** Sets the method. */
    public FakeRequest method(String name) {
        verb = name;
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

    /** Sets a body, of the declared length unless that is -1. */
    public FakeRequest post(byte[] content, long declared) {
        body = content;
        length = declared;
        return this;
    }

    /** Tells how many bytes of the body have been read. */
    public int read() {
        return read;
    }

    /** Returns it. */
    public HttpServletRequest build() {
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
                    case "getMethod" -> verb;
                    case "getContentLengthLong" -> length;
                    case "getInputStream" -> new Body();
                    case "getAttribute" -> attributes.get(arguments[0]);
                    case "setAttribute" -> attributes.put(arguments[0].toString(), arguments[1]);
                    default -> throw new AssertionError(method.getName());
                });
    }

    private List<String> values(Object name) {
        return headers.getOrDefault(name.toString().toLowerCase(Locale.ROOT), List.of());
    }

    private final class Body extends ServletInputStream {
        @Override
        public int read() {
            return read < body.length ? body[read++] & 0xff : -1;
        }

        @Override
        public boolean isFinished() {
            return read == body.length;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new AssertionError("nobody waits for the body");
        }
    }
}
