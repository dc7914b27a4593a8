package org.gatewright.http.endpoint;

import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatewright.port.http.StaticResources;
import org.osgi.service.component.annotations.Component;

/** The style sheet and the script of the pages that the entry makes itself. */
@Component
public final class EntryResources implements StaticResources {

    private static final Set<String> FILES = Set.of("page.css", "post.js");

    @Override
    public String prefix() {
        return "/static/dist/entry/";
    }

    @Override
    public Optional<URL> find(String path) {
        return FILES.contains(path)
                ? Optional.ofNullable(EntryResources.class.getResource("/web/" + path))
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
