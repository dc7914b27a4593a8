package org.gatewright.store.jpa.plugin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatewright.json.JsonText;
import org.gatewright.port.plugins.Audience;
import org.gatewright.port.plugins.LogLevel;
import org.gatewright.port.store.PluginStore;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.store.jpa.transaction.InstantConverter;
import org.gatewright.store.jpa.transaction.Jpa;
import org.gatewright.store.jpa.transaction.Json;
import org.gatewright.store.jpa.transaction.Statements;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps plug-ins in the database. Their content is read by nobody but by who installs them, so they are rows and not entities. */
@Component
public final class JpaPluginStore implements PluginStore {

    private final Jpa jpa;

    @Activate
    public JpaPluginStore(@Reference Jpa jpa) {
        this.jpa = jpa;
    }

    @Override
    public boolean add(Artifact artifact, byte[] content) {
        return jpa.write(statements -> statements.sql(
                        "INSERT INTO plugin_artifact (plugin, version, digest, size, added, content)"
                                + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        artifact.plugin(),
                        artifact.version(),
                        artifact.digest(),
                        artifact.size(),
                        artifact.added(),
                        content)
                == 1);
    }

    @Override
    public List<Artifact> artifacts() {
        return jpa.read(statements -> statements
                .rows(
                        "SELECT plugin, version, digest, size, added FROM plugin_artifact ORDER BY plugin, added, version")
                .stream()
                .map(Object[].class::cast)
                .map(JpaPluginStore::artifact)
                .toList());
    }

    @Override
    public Optional<byte[]> content(String plugin, String version) {
        return jpa.read(statements ->
                statements
                        .rows("SELECT content FROM plugin_artifact WHERE plugin = ? AND version = ?", plugin, version)
                        .stream()
                        .map(byte[].class::cast)
                        .findFirst());
    }

    @Override
    public boolean delete(String plugin, String version) {
        return jpa.write(statements ->
                statements.sql("DELETE FROM plugin_artifact WHERE plugin = ? AND version = ?", plugin, version) == 1);
    }

    @Override
    public List<Wanted> wanted() {
        return jpa.read(statements -> statements
                .rows(
                        "SELECT plugin, version, earlier, quarantined, canary, revision FROM plugin_wanted ORDER BY plugin")
                .stream()
                .map(Object[].class::cast)
                .map(JpaPluginStore::wanted)
                .toList());
    }

    @Override
    public boolean want(Wanted wanted) {
        return jpa.write(
                statements -> wanted.revision() == 0 ? insert(statements, wanted) : update(statements, wanted));
    }

    @Override
    public Map<String, LogLevel> logLevels() {
        return jpa.read(statements -> statements.rows("SELECT plugin, level FROM plugin_log ORDER BY plugin").stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(row -> (String) row[0], row -> LogLevel.valueOf((String) row[1]))));
    }

    @Override
    public void logLevel(String plugin, Optional<LogLevel> level) {
        jpa.write(statements -> {
            statements.sql("DELETE FROM plugin_log WHERE plugin = ?", plugin);
            return level.map(LogLevel::name)
                    .map(name -> statements.sql(
                            "INSERT INTO plugin_log (plugin, level) VALUES (?, ?) ON CONFLICT DO NOTHING",
                            plugin,
                            name))
                    .orElse(0);
        });
    }

    @Override
    public boolean forget(String plugin, long revision) {
        return jpa.write(statements ->
                statements.sql("DELETE FROM plugin_wanted WHERE plugin = ? AND revision = ?", plugin, revision) == 1);
    }

    private static boolean insert(Statements statements, Wanted wanted) {
        return statements.sql(
                        "INSERT INTO plugin_wanted (plugin, version, earlier, quarantined, canary, revision)"
                                + " VALUES (?, CAST(? AS VARCHAR), ?, ?, CAST(? AS VARCHAR), 1) ON CONFLICT DO NOTHING",
                        wanted.plugin(),
                        wanted.version(),
                        Json.texts(wanted.before()),
                        JsonText.write(JsonObject.of(wanted.quarantined())),
                        wanted.canary().map(JpaPluginStore::text))
                == 1;
    }

    private static boolean update(Statements statements, Wanted wanted) {
        return statements.sql(
                        "UPDATE plugin_wanted SET version = CAST(? AS VARCHAR), earlier = ?, quarantined = ?,"
                                + " canary = CAST(? AS VARCHAR), revision = revision + 1 WHERE plugin = ? AND revision = ?",
                        wanted.version(),
                        Json.texts(wanted.before()),
                        JsonText.write(JsonObject.of(wanted.quarantined())),
                        wanted.canary().map(JpaPluginStore::text),
                        wanted.plugin(),
                        wanted.revision())
                == 1;
    }

    private static Artifact artifact(Object[] row) {
        return new Artifact(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                ((Number) row[3]).intValue(),
                InstantConverter.moment(row[4]));
    }

    private static Wanted wanted(Object[] row) {
        return new Wanted(
                (String) row[0],
                Optional.ofNullable((String) row[1]),
                Json.texts((String) row[2]),
                reasons((String) row[3]),
                Optional.ofNullable((String) row[4]).map(JpaPluginStore::canary),
                ((Number) row[5]).longValue());
    }

    private static String text(Canary canary) {
        return JsonText.write(JsonObject.of("version", canary.version())
                .with("audience", canary.audience().toString())
                .with("begun", canary.begun().toString()));
    }

    private static Canary canary(String json) {
        JsonObject canary = JsonText.read(json);
        return new Canary(
                canary.text("version").orElseThrow(),
                Audience.parse(canary.text("audience").orElseThrow()),
                Instant.parse(canary.text("begun").orElseThrow()));
    }

    private static Map<String, String> reasons(String json) {
        JsonObject reasons = JsonText.read(json);
        return reasons.members().keySet().stream()
                .collect(Collectors.toMap(
                        version -> version, version -> reasons.text(version).orElse("")));
    }
}
