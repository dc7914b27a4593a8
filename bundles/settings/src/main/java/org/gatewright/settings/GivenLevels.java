package org.gatewright.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import org.gatewright.port.settings.LogLevels;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Adds loggers to the configuration of the log as it is now. What the settings, or somebody at the shell, made of it stays. */
final class GivenLevels implements LogLevels {

    /** Of the log's configuration. */
    static final String PID = "org.ops4j.pax.logging";

    /** With this begin the keys of all that is given here. */
    private static final String OURS = "log4j2.logger.given";

    private final BundleContext context;

    GivenLevels(BundleContext context) {
        this.context = context;
    }

    @Override
    public synchronized void give(Map<String, String> levels) {
        ServiceReference<ConfigurationAdmin> reference = context.getServiceReference(ConfigurationAdmin.class);
        try {
            Configuration log = context.getService(reference).getConfiguration(PID, "?");
            log.updateIfDifferent(merged(log.getProperties(), levels));
        } catch (IOException e) {
            throw new UncheckedIOException("The configuration of the log cannot be kept", e);
        } finally {
            context.ungetService(reference);
        }
    }

    /** Returns the configuration with these levels, and none that were given before. */
    static Hashtable<String, Object> merged(Dictionary<String, Object> now, Map<String, String> levels) {
        Hashtable<String, Object> next = new Hashtable<>();
        Optional.ofNullable(now).map(Dictionary::keys).map(Collections::list).ifPresent(keys -> keys.stream()
                .filter(key -> !key.startsWith(OURS))
                .forEach(key -> next.put(key, now.get(key))));
        int number = 0;
        for (Map.Entry<String, String> level : levels.entrySet()) {
            String key = OURS + number++;
            next.put(key + ".name", level.getKey());
            next.put(key + ".level", level.getValue());
        }
        return next;
    }
}
