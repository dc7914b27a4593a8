package org.gatewright.console.input;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.gatewright.port.configuration.Configuration;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.plugin.Kind;

/** Completes the keys of settings, from the schema of the provider type that stands in the line. */
@Service
public final class SettingCompleter implements Completer {

    @Reference
    @SuppressWarnings("NullAway.Init")
    private PluginCatalogue catalogue;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Configuration configuration;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        for (String word : line.getArguments()) {
            if (catalogue.snapshot().active(Kind.PROTOCOL, word).isPresent()) {
                JsonObject schema = configuration.schema(Model.PROVIDER, word);
                List<String> keys = schema.object("properties").orElse(JsonObject.empty()).members().keySet().stream()
                        .map(key -> key + "=")
                        .toList();
                return new StringsCompleter(keys).complete(session, line, candidates);
            }
        }
        return -1;
    }
}
