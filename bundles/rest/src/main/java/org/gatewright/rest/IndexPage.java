package org.gatewright.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.gatewright.port.http.StaticResources;
import org.osgi.service.component.annotations.Component;

/** The page at the root of the API: a file, whose script reads the OpenAPI document. */
@Component(service = StaticResources.class)
public final class IndexPage implements StaticResources {

    /** What the page may do: run its script, which may ask this origin. */
    static final String POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private static final String SCRIPT = "index.js";

    static String html() {
        try (InputStream file = IndexPage.class.getResourceAsStream("/web/index.html")) {
            if (file == null) {
                throw new IllegalStateException("the bundle lacks its index page");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String prefix() {
        return "/static/dist/rest/";
    }

    @Override
    public Optional<URL> find(String path) {
        return SCRIPT.equals(path)
                ? Optional.ofNullable(IndexPage.class.getResource("/web/" + path))
                : Optional.empty();
    }

    @Override
    public boolean immutable(String path) {
        return false;
    }

    @Override
    public Map<String, String> pages() {
        return Map.of();
    }
}
