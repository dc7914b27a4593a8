package org.gatewright.http;

import org.gatewright.port.plugins.ArtifactSize;
import org.gatewright.port.settings.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many bytes the body of a request may have: {@code http.max_body}, but {@code plugins.max_artifact} for a plug-in from somebody who may install it. */
@Component(service = BodyLimits.class)
public final class BodyLimits {

    private static final int DEFAULT = 1024 * 1024;
    private static final String PLUGINS = "/api/v3/plugins/";

    private final int usual;
    private final int artifact;

    /** Reads the settings. */
    @Activate
    public BodyLimits(@Reference Settings settings) {
        this.usual = settings.get("http", "max_body").map(Integer::parseInt).orElse(DEFAULT);
        this.artifact = ArtifactSize.most(settings);
    }

    /** Tells whether the caller must be known before anything of the body is read. */
    boolean dependOnCaller(String method, String path) {
        return method.equals("POST") && path.equals(PLUGINS);
    }

    int usual() {
        return usual;
    }

    /** Never less than what anybody may send. */
    int artifact() {
        return Math.max(usual, artifact);
    }
}
