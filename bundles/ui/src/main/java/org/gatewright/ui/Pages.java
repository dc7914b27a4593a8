package org.gatewright.ui;

import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatewright.port.http.StaticResources;
import org.osgi.service.component.annotations.Component;

/** The pages that run flows, show the user's library and administer the server, with their scripts and styles. */
@Component
public final class Pages implements StaticResources {

    /** Names of files and folders; none starts with a dot, so none leads out. */
    private static final Pattern FILE =
            Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*/)*[A-Za-z0-9_-][A-Za-z0-9_-]*\\.[a-z0-9]+");

    /** The build puts a hash of the content into the names of everything there. */
    private static final String ASSETS = "assets/";

    private static final Map<String, String> PAGES =
            Map.of("/if/flow/", "flow.html", "/if/user/", "user.html", "/if/admin/", "admin.html");

    @Override
    public String prefix() {
        return "/static/dist/ui/";
    }

    @Override
    public Optional<URL> find(String path) {
        return FILE.matcher(path).matches()
                ? Optional.ofNullable(Pages.class.getResource("/web/" + path))
                : Optional.empty();
    }

    @Override
    public boolean immutable(String path) {
        return path.startsWith(ASSETS);
    }

    @Override
    public Map<String, String> pages() {
        return PAGES;
    }
}
