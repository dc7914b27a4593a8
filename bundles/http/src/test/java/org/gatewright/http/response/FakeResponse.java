package org.gatewright.http.response;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletResponse;

/** Remembers what is written. Anything else that is asked of it fails the test. */
public final class FakeResponse {

    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status;

    /** Returns the status that was set. */
    public int status() {
        return status;
    }

    /** Returns a header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Returns the body. */
    public String body() {
        return body.toString(StandardCharsets.UTF_8);
    }

    /** Returns it. */
    public HttpServletResponse build() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                FakeResponse.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "setStatus" -> status = (int) arguments[0];
                        case "setHeader" -> headers.put(arguments[0].toString(), arguments[1].toString());
                        case "setContentType" -> headers.put("Content-Type", arguments[0].toString());
                        case "setContentLength" -> headers.put("Content-Length", arguments[0].toString());
                        case "getOutputStream" -> {
                            return new Body();
                        }
                        default -> throw new AssertionError(method.getName());
                    }
                    return null;
                });
    }

    private final class Body extends ServletOutputStream {
        @Override
        public void write(int value) {
            body.write(value);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new AssertionError("nobody waits for the answer");
        }
    }
}
