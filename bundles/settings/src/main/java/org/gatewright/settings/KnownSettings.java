package org.gatewright.settings;

import static java.util.Map.entry;
import static org.gatewright.settings.ValueFormat.matching;
import static org.gatewright.settings.ValueFormat.number;
import static org.gatewright.settings.ValueFormat.oneOf;
import static org.gatewright.settings.ValueFormat.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every setting that there is, and what its value must look like. */
final class KnownSettings {

    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_BODY = 1 << 30;
    private static final int MOST_DAYS = 36_500;
    private static final int MOST_SECONDS = 86_400;
    private static final int MOST_CALLS = 10_000;
    private static final int MOST_CONNECTIONS = 100_000;
    private static final int MOST_CANARY_CALLS = 1_000_000;
    private static final int MOST_MINUTES = 100_000;
    private static final int MOST_SLOWER = 1_000;
    private static final int ALL_CALLS = 100;
    private static final int MOST_MEGABYTES = 1_000_000;
    private static final int MOST_TYPOS = 3;

    private static final ValueFormat LISTENER = ListenAddress::parse;
    private static final ValueFormat LEVEL = oneOf(Set.of("error", "warn", "info", "debug", "trace", "off"));
    private static final ValueFormat TYPE = matching(
            "the name of a type, of letters a to z, digits and underscores",
            Pattern.compile("[a-z0-9_]{1,64}").asMatchPredicate());

    private static final Map<SettingName, ValueFormat> ALL = Map.ofEntries(
            entry(new SettingName("listen", "http"), LISTENER),
            entry(new SettingName("listen", "https"), LISTENER),
            entry(new SettingName("listen", "ldap"), LISTENER),
            entry(new SettingName("listen", "ldaps"), LISTENER),
            entry(new SettingName("listen", "metrics"), LISTENER),
            entry(new SettingName("listen", "ssh"), LISTENER),
            entry(new SettingName("listen", "trusted_proxy_cidrs"), ValueFormat.networks()),
            entry(new SettingName("http", "max_body"), number("bytes", 1, MOST_BODY)),
            entry(new SettingName("tls", "certificate"), text()),
            entry(new SettingName("tls", "key"), text()),
            entry(new SettingName("postgresql", "host"), text()),
            entry(new SettingName("postgresql", "port"), matching("a port from 1 to 65535", KnownSettings::isPort)),
            entry(new SettingName("postgresql", "name"), text()),
            entry(new SettingName("postgresql", "user"), text()),
            entry(new SettingName("postgresql", "password"), text()),
            entry(
                    new SettingName("postgresql", "sslmode"),
                    oneOf(Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full"))),
            entry(new SettingName("secret", "key"), text()),
            entry(new SettingName("bootstrap", "email"), text()),
            entry(new SettingName("bootstrap", "password"), text()),
            entry(new SettingName("bootstrap", "token"), text()),
            entry(new SettingName("password", "hasher"), TYPE),
            entry(new SettingName("keys", "overlap"), number("days", 1, MOST_DAYS)),
            entry(new SettingName("plugins", "drain"), number("seconds", 1, MOST_SECONDS)),
            entry(new SettingName("plugins", "self_test_seconds"), number("seconds", 1, MOST_SECONDS)),
            entry(new SettingName("plugins", "max_artifact"), number("bytes", 1, MOST_BODY)),
            entry(new SettingName("plugins", "require_signature"), oneOf(Set.of("true", "false"))),
            entry(new SettingName("plugins", "trust_store"), text()),
            entry(new SettingName("plugins", "maven_repositories"), ValueFormat.mavenRepositories()),
            entry(new SettingName("plugins", "canary_calls"), number("calls", 1, MOST_CANARY_CALLS)),
            entry(new SettingName("plugins", "canary_promote_calls"), number("calls", 0, MOST_CANARY_CALLS)),
            entry(new SettingName("plugins", "canary_promote_minutes"), number("minutes", 0, MOST_MINUTES)),
            entry(new SettingName("plugins", "canary_errors"), number("percent", 0, ALL_CALLS)),
            entry(new SettingName("plugins", "canary_slower"), number("percent", 0, MOST_SLOWER)),
            entry(new SettingName("guard", "stage_seconds"), number("seconds", 1, MOST_SECONDS)),
            entry(new SettingName("guard", "policy_seconds"), number("seconds", 1, MOST_SECONDS)),
            entry(new SettingName("guard", "protocol_seconds"), number("seconds", 1, MOST_SECONDS)),
            entry(new SettingName("guard", "credential_seconds"), number("seconds", 1, MOST_SECONDS)),
            entry(new SettingName("guard", "authenticator_seconds"), number("seconds", 1, MOST_SECONDS)),
            entry(new SettingName("guard", "hasher_seconds"), number("seconds", 1, MOST_SECONDS)),
            entry(new SettingName("guard", "mapping_seconds"), number("seconds", 1, MOST_SECONDS)),
            entry(new SettingName("guard", "outpost_seconds"), number("seconds", 1, MOST_SECONDS)),
            entry(new SettingName("guard", "concurrency"), number("calls", 1, MOST_CALLS)),
            entry(new SettingName("guard", "error_share"), number("percent", 1, ALL_CALLS)),
            entry(new SettingName("guard", "memory_megabytes"), number("megabytes", 1, MOST_MEGABYTES)),
            entry(new SettingName("outpost", "connections"), number("connections", 1, MOST_CONNECTIONS)),
            entry(new SettingName("outpost", "connections_per_address"), number("connections", 1, MOST_CONNECTIONS)),
            entry(new SettingName("outpost", "idle_seconds"), number("seconds", 1, MOST_SECONDS)),
            entry(new SettingName("outpost", "max_message"), number("bytes", 1, MOST_BODY)),
            entry(new SettingName("events", "retention"), number("days", 1, MOST_DAYS)),
            entry(new SettingName("log", "level"), LEVEL),
            entry(new SettingName("log", "console"), LEVEL),
            entry(new SettingName("log", "format"), oneOf(Set.of("json", "text"))));

    private static final String LISTEN = "listen";
    private static final Pattern ENDPOINT = Pattern.compile("[a-z]+");

    private KnownSettings() {}

    /** Refuses the first value that is malformed. An empty one is a setting that somebody emptied. */
    static void check(Map<SettingName, String> values) {
        values.forEach((name, value) -> {
            if (!value.isEmpty()) {
                ALL.getOrDefault(name, isListener(name) ? LISTENER : text()).check(name, value);
            }
        });
    }

    static boolean contains(SettingName name) {
        return ALL.containsKey(name);
    }

    /** Tells whether it is an address to listen on, be it of an outpost that nobody here has seen. */
    static boolean isListener(SettingName name) {
        return name.section().equals(LISTEN) && ENDPOINT.matcher(name.key()).matches();
    }

    /** Tells whether somebody who wrote this setting meant another one, but for one letter. */
    static boolean isMisspelt(SettingName name) {
        return nearest(name.variable())
                .filter(known -> distance(known.variable(), name.variable()) == 1)
                .isPresent();
    }

    /** Returns the keys of the section, sorted; none if there is no such section. */
    static String keys(String section) {
        return ALL.keySet().stream()
                .filter(name -> name.section().equals(section))
                .map(SettingName::key)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Returns the setting whose variable looks most like this one, if one does. */
    static Optional<SettingName> nearest(String variable) {
        return ALL.keySet().stream()
                .filter(name -> distance(name.variable(), variable) <= MOST_TYPOS)
                .min(Comparator.comparingInt((SettingName name) -> distance(name.variable(), variable))
                        .thenComparing(SettingName::variable));
    }

    private static boolean isPort(String text) {
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) > 0 && Integer.parseInt(text) <= HIGHEST_PORT;
    }

    /** Counts the letters to insert, delete or replace (Levenshtein). */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        Arrays.setAll(row, column -> column);
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
