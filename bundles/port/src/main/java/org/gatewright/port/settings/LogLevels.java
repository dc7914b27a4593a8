package org.gatewright.port.settings;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Gives single loggers a level of their own, beside what the settings say of the log. */
@ProviderType
public interface LogLevels {

    /**
     * Gives these loggers these levels, and takes away those that were given before. Nothing else of the log changes.
     *
     * @param levels {@code trace}, {@code debug}, {@code info}, {@code warn} or {@code error}, by the name of a logger, which holds for those below it
     * @throws java.io.UncheckedIOException if the configuration of the log cannot be kept
     */
    void give(Map<String, String> levels);
}
