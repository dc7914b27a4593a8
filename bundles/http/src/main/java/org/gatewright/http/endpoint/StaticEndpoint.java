package org.gatewright.http.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gatewright.http.Endpoint;
import org.gatewright.http.request.Exchange;
import org.gatewright.http.response.Answers;
import org.gatewright.http.response.FileAnswer;
import org.gatewright.http.response.SecurityHeaders;
import org.gatewright.port.http.StaticResources;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Serves the static files and pages that bundles bring. */
@Component
public final class StaticEndpoint implements Endpoint {

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
        if (!FileAnswer.isRead(exchange)) {
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
        if (found.page()) {
            SecurityHeaders.allowPage(exchange.response());
        }
        String file = found.file();
        String type = FileAnswer.mediaType(file).orElse("application/octet-stream");
        new FileAnswer(read(url), type, found.resources().immutable(file)).write(exchange);
    }

    private static byte[] read(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        try (InputStream stream = connection.getInputStream()) {
            return stream.readAllBytes();
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
}
