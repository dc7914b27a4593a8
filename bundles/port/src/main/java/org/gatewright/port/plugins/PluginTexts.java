package org.gatewright.port.plugins;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;

/** The texts of plug-ins in other languages than the one in which they were written. */
@ProviderType
public interface PluginTexts {

    /** Says everything as it was written. */
    PluginTexts NONE = (plugin, version, languages) -> UnaryOperator.identity();

    /**
     * Returns what says a text of this version in the first of the languages that it has; as it was written if it has none of them, or not this text. English needs no
     * translation. A text that begins with a percent sign is the key of one.
     */
    UnaryOperator<String> of(String plugin, String version, List<Locale> languages);
}
