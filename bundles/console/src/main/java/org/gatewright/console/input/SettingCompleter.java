package org.gatewright.console.input;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.gatewright.port.configuration.Configuration;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.plugin.Kind;

/** Completes settings, from the schema of the provider type that stands in the line: first the key, then the value if there are only a few. */
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
        return complete(line, this::schema, candidates);
    }

    private Optional<JsonObject> schema(String word) {
        return catalogue
                .snapshot()
                .active(Kind.PROTOCOL, word)
                .map(type -> configuration.schema(Model.PROVIDER, type.type()));
    }

    /** The shell also asks of each earlier word, alone, whether it is a setting. */
    static int complete(CommandLine line, Function<String, Optional<JsonObject>> schemas, List<String> candidates) {
        Optional<JsonObject> schema = Arrays.stream(line.getArguments())
                .map(schemas)
                .flatMap(Optional::stream)
                .findFirst();
        TypedWord word = TypedWord.of(line);
        Stream<String> known = schema.isPresent() ? settings(schema.get(), word.text()) : Stream.of(word.text());
        candidates.addAll(known.filter(text -> schema.isPresent() || text.indexOf('=') > 0)
                .filter(text -> text.startsWith(word.text()))
                .toList());
        return candidates.isEmpty() ? -1 : word.start();
    }

    private static Stream<String> settings(JsonObject schema, String typed) {
        JsonObject properties = schema.object("properties").orElse(JsonObject.empty());
        return properties.members().keySet().stream()
                .map(key -> key + "=")
                .flatMap(key -> typed.startsWith(key)
                        ? values(properties.object(key.substring(0, key.length() - 1)))
                                .map(value -> key + value + " ")
                        : Stream.of(key));
    }

    private static Stream<String> values(Optional<JsonObject> property) {
        return property.stream()
                .flatMap(schema -> schema.text("type").equals(Optional.of("boolean"))
                        ? Stream.of("true", "false")
                        : schema.texts("enum").stream());
    }
}
