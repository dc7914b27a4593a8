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
import java.util.TreeSet;

/** Reads the settings file and the environment; the environment wins. */
final class SettingsReader {

    private static final String FILE = "file:///";

    /** Sections whose keys are all known here, so that a misspelt one can be told. */
    private static final Map<String, Set<String>> CLOSED = Map.of(
            "listen", Set.of("http", "https", "ldap", "ldaps", "metrics", "ssh", "trusted_proxy_cidrs"),
            "postgresql", Set.of("host", "port", "name", "user", "password", "sslmode"),
            "log", Set.of("level", "format", "console"),
            "tls", Set.of("certificate", "key"),
            "bootstrap", Set.of("password", "email", "token"),
            "secret", Set.of("key"));

    private static final Map<SettingName, String> DEFAULTS = Map.of(
            new SettingName("listen", "http"), "0.0.0.0:9000",
            new SettingName("listen", "https"), "0.0.0.0:9443",
            new SettingName("listen", "ldap"), "0.0.0.0:3389",
            new SettingName("listen", "ldaps"), "0.0.0.0:6636",
            new SettingName("listen", "metrics"), "0.0.0.0:9300",
            new SettingName("listen", "ssh"), "127.0.0.1:8101",
            new SettingName("log", "level"), "info");

    private SettingsReader() {}

    /** Returns every setting by name; an empty value is one that somebody emptied. */
    static Map<SettingName, String> read(Path file, Map<String, String> environment) {
        Map<SettingName, String> values = new HashMap<>(DEFAULTS);
        load(file).forEach((key, value) -> put(values, SettingName.ofFileKey((String) key), (String) value));
        environment.forEach(
                (variable, value) -> SettingName.ofVariable(variable).ifPresent(name -> put(values, name, value)));
        return Map.copyOf(values);
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

    private static void put(Map<SettingName, String> values, SettingName name, String value) {
        Set<String> known = CLOSED.get(name.section());
        if (known != null && !known.contains(name.key())) {
            throw new SettingsProblem("There is no setting " + name + "; the section " + name.section() + " has "
                    + String.join(", ", new TreeSet<>(known)));
        }
        values.put(name, value.startsWith(FILE) ? content(name, value) : value.strip());
    }

    private static String content(SettingName name, String location) {
        try {
            return Files.readString(Path.of(URI.create(location)), UTF_8).strip();
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsProblem("The setting " + name + " names " + location + ", which cannot be read", e);
        }
    }
}
