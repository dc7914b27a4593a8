package org.gatewright.http.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gatewright.http.Endpoint;
import org.gatewright.http.request.Exchange;
import org.gatewright.http.response.Answers;
import org.gatewright.http.response.SecurityHeaders;
import org.gatewright.port.http.StaticResources;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Serves the static files and pages that bundles bring. */
@Component
public final class StaticEndpoint implements Endpoint {

    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("html", "text/html;charset=utf-8"),
            Map.entry("js", "text/javascript;charset=utf-8"),
            Map.entry("css", "text/css;charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("webp", "image/webp"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain;charset=utf-8"));

    private final List<StaticResources> bundles = new CopyOnWriteArrayList<>();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            bind = "bind",
            unbind = "unbind")
    void bind(StaticResources resources) {
        bundles.add(resources);
    }

    void unbind(StaticResources resources) {
        bundles.remove(resources);
    }

    /** A file that answers a path. */
    private record Found(StaticResources resources, String file, boolean page) {}

    @Override
    public boolean handles(String path) {
        return path.startsWith("/static/") || page(path).isPresent();
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public void serve(Exchange exchange) throws IOException {
        if (!exchange.method().equals("GET") && !exchange.method().equals("HEAD")) {
            exchange.response().setHeader("Allow", "GET, HEAD");
            Answers.problem(exchange, 405, "http/method", "Method not allowed", "Pages and files can only be read.");
            return;
        }
        Optional<Found> found = page(exchange.path()).or(() -> file(exchange.path()));
        Optional<URL> url = found.flatMap(match -> match.resources().find(match.file()));
        if (found.isEmpty() || url.isEmpty()) {
            Answers.notFound(exchange);
            return;
        }
        send(exchange, found.get(), url.get());
    }

    private void send(Exchange exchange, Found found, URL url) throws IOException {
        byte[] content = read(url);
        String tag = "\"" + digest(content) + "\"";
        exchange.response().setHeader("ETag", tag);
        exchange.response()
                .setHeader(
                        "Cache-Control",
                        found.resources().immutable(found.file()) ? "public, max-age=31536000, immutable" : "no-cache");
        if (found.page()) {
            SecurityHeaders.allowPage(exchange.response());
        }
        if (tag.equals(exchange.request().getHeader("If-None-Match"))) {
            exchange.response().setStatus(304);
            return;
        }
        exchange.response().setStatus(200);
        exchange.response().setContentType(mediaType(found.file()));
        exchange.response().setContentLength(content.length);
        if (!exchange.method().equals("HEAD")) {
            exchange.response().getOutputStream().write(content);
        }
    }

    private static byte[] read(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        try (InputStream stream = connection.getInputStream()) {
            return stream.readAllBytes();
        }
    }

    /** Of the content, because reproducible jars give every file the same date. */
    private static String digest(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private Optional<Found> file(String path) {
        return bundles.stream()
                .filter(resources -> path.startsWith(resources.prefix()))
                .map(resources ->
                        new Found(resources, path.substring(resources.prefix().length()), false))
                .findFirst();
    }

    private Optional<Found> page(String path) {
        String place = path.endsWith("/") ? path : path + "/";
        return bundles.stream()
                .flatMap(resources -> resources.pages().entrySet().stream()
                        .filter(page -> place.startsWith(page.getKey()))
                        .map(page -> Map.entry(page.getKey(), new Found(resources, page.getValue(), true))))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue);
    }

    private static String mediaType(String file) {
        return MEDIA_TYPES.getOrDefault(file.substring(file.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
