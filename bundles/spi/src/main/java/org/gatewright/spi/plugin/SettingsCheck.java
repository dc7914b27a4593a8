package org.gatewright.spi.plugin;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Judges settings by what neither annotations nor the record can know, such as whether an expression compiles. Optional: a type that has instances implements it beside the
 * interface of its kind. It is asked each time an instance is created or changed, after the settings were found to fit the record, and before they are stored.
 *
 * @param <S> the record that {@link PluginType#settings} names
 * @since 1.1
 */
@ConsumerType
public interface SettingsCheck<S extends Record> {

    /**
     * Returns what is wrong, as sentences for the administrator; empty if nothing is. Without side effects; in the time that a call of the kind may take.
     *
     * @return sentences by the name of the member in JSON, such as {@code max_tries}
     */
    Map<String, List<String>> problems(S settings);
}
