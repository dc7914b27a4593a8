package org.gatewright.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the settings file and the environment; the environment wins. */
final class SettingsReader {

    private static final String FILE = "file:///";

    /** Variables that the launcher reads, which are no settings. */
    private static final Set<String> OF_THE_LAUNCHER =
            Set.of("GATEWRIGHT_DATA", "GATEWRIGHT_JAVA_OPTS", "GATEWRIGHT_START_TIMEOUT");

    private static final Map<SettingName, String> DEFAULTS = Map.of(
            new SettingName("listen", "http"), "0.0.0.0:9000",
            new SettingName("listen", "https"), "0.0.0.0:9443",
            new SettingName("listen", "ldap"), "0.0.0.0:3389",
            new SettingName("listen", "ldaps"), "0.0.0.0:6636",
            new SettingName("listen", "metrics"), "0.0.0.0:9300",
            new SettingName("listen", "ssh"), "127.0.0.1:8101",
            new SettingName("log", "level"), "info");

    private final Map<SettingName, String> values = new HashMap<>(DEFAULTS);
    private final Consumer<String> warnings;

    private SettingsReader(Consumer<String> warnings) {
        this.warnings = warnings;
    }

    /**
     * Returns every setting by name; an empty value is one that somebody emptied.
     *
     * @param warnings takes sentences about what looks like a setting and is none
     * @throws SettingsProblem if a value is malformed, or a key is none of its section
     */
    static Map<SettingName, String> read(Path file, Map<String, String> environment, Consumer<String> warnings) {
        SettingsReader reader = new SettingsReader(warnings);
        load(file).forEach((key, value) -> reader.put(SettingName.ofFileKey((String) key), (String) value));
        environment.forEach((variable, value) -> SettingName.ofVariable(variable)
                .ifPresentOrElse(name -> reader.put(name, value), () -> reader.warn(variable)));
        KnownSettings.check(reader.values);
        return Map.copyOf(reader.values);
    }

    private static Properties load(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new SettingsProblem("The settings file " + file + " cannot be read: " + e.getMessage(), e);
            }
        }
        return properties;
    }

    private void put(SettingName name, String value) {
        if (!KnownSettings.contains(name)) {
            unknown(name);
        }
        values.put(name, value.startsWith(FILE) ? content(name, value) : value.strip());
    }

    /** In a section of ours it is a mistake; another section may be that of another version, and whoever listens may be an outpost of somebody else. */
    private void unknown(SettingName name) {
        String keys = KnownSettings.keys(name.section());
        String suggestion = suggestion(name.variable());
        if (KnownSettings.isListener(name) && !KnownSettings.isMisspelt(name)) {
            if (!suggestion.isEmpty()) {
                warnings.accept("The setting " + name + " counts for an outpost of that name only." + suggestion);
            }
            return;
        }
        if (!keys.isEmpty()) {
            throw new SettingsProblem("There is no setting " + name + "." + suggestion + " The section "
                    + name.section() + " has " + keys);
        }
        warnings.accept("There is no setting " + name + ", so it has no effect." + suggestion);
    }

    /** The environment may hold anything; only what is nearly a setting was probably meant as one. */
    private void warn(String variable) {
        String suggestion = suggestion(variable);
        if (variable.startsWith(SettingName.PREFIX) && !OF_THE_LAUNCHER.contains(variable) && !suggestion.isEmpty()) {
            warnings.accept("There is no setting " + variable + ", so it has no effect." + suggestion);
        }
    }

    private static String suggestion(String variable) {
        return KnownSettings.nearest(variable)
                .map(name -> " Did you mean " + name + "?")
                .orElse("");
    }

    private static String content(SettingName name, String location) {
        try {
            return Files.readString(Path.of(URI.create(location)), UTF_8).strip();
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsProblem("The setting " + name + " names " + location + ", which cannot be read", e);
        }
    }
}
