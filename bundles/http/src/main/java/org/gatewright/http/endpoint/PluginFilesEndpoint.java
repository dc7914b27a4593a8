package org.gatewright.http.endpoint;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatewright.http.Endpoint;
import org.gatewright.http.request.Exchange;
import org.gatewright.http.response.Answers;
import org.gatewright.http.response.FileAnswer;
import org.gatewright.port.plugins.PluginFiles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Serves the files that plug-ins bring for the pages, at {@code /plugins/<id>/<version>/<path>}. The version is in the address, and a version has one content, so
 * browsers may keep them. Only files of the types that pages load are served: a plug-in has no pages of its own.
 */
@Component
public final class PluginFilesEndpoint implements Endpoint {

    private static final String PREFIX = "/plugins/";
    private static final Pattern ADDRESS = Pattern.compile("/plugins/([^/]+)/([^/]+)/(.+)");

    private final PluginFiles files;

    /** Serves these. */
    @Activate
    public PluginFilesEndpoint(@Reference PluginFiles files) {
        this.files = files;
    }

    @Override
    public boolean handles(String path) {
        return path.startsWith(PREFIX);
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public void serve(Exchange exchange) throws IOException {
        if (!FileAnswer.isRead(exchange)) {
            return;
        }
        Optional<FileAnswer> file = find(exchange.path());
        if (file.isEmpty()) {
            Answers.notFound(exchange);
            return;
        }
        file.get().write(exchange);
    }

    private Optional<FileAnswer> find(String path) {
        Matcher address = ADDRESS.matcher(path);
        if (!address.matches() || path.endsWith(".html")) {
            return Optional.empty();
        }
        return FileAnswer.mediaType(path)
                .flatMap(type -> files.read(address.group(1), address.group(2), address.group(3))
                        .map(content -> new FileAnswer(content, type, true)));
    }
}
