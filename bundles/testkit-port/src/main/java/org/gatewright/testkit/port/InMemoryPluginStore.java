package org.gatewright.testkit.port;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.port.plugins.LogLevel;
import org.gatewright.port.store.PluginStore;

/** Keeps plug-ins in memory. */
final class InMemoryPluginStore implements PluginStore {

    /** An artifact with its content. */
    record Kept(Artifact artifact, byte[] content) {}

    private static final Comparator<Artifact> IN_ORDER = Comparator.comparing(Artifact::plugin)
            .thenComparing(Artifact::added)
            .thenComparing(Artifact::version);

    private final InMemoryDatabase database;

    InMemoryPluginStore(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public boolean add(Artifact artifact, byte[] content) {
        String key = key(artifact.plugin(), artifact.version());
        return database.transactions.call(() -> {
            if (database.artifacts.has(key)) {
                return false;
            }
            database.artifacts.put(key, new Kept(artifact, content.clone()));
            return true;
        });
    }

    @Override
    public List<Artifact> artifacts() {
        return database.transactions.call(() -> database.artifacts.all().stream()
                .map(Kept::artifact)
                .sorted(IN_ORDER)
                .toList());
    }

    @Override
    public Optional<byte[]> content(String plugin, String version) {
        return database.transactions.call(() ->
                database.artifacts.get(key(plugin, version)).map(Kept::content).map(byte[]::clone));
    }

    @Override
    public boolean delete(String plugin, String version) {
        return database.transactions.call(() -> database.artifacts.remove(key(plugin, version)));
    }

    @Override
    public List<Wanted> wanted() {
        return database.transactions.call(() -> database.wanted.all().stream()
                .sorted(Comparator.comparing(Wanted::plugin))
                .toList());
    }

    @Override
    public boolean want(Wanted wanted) {
        return database.transactions.call(() -> {
            boolean first = revision(wanted.plugin()) == wanted.revision();
            if (first) {
                database.wanted.put(wanted.plugin(), wanted.raised());
            }
            return first;
        });
    }

    @Override
    public Map<String, LogLevel> logLevels() {
        return database.transactions.call(() -> Map.copyOf(database.logLevels.view()));
    }

    @Override
    public void logLevel(String plugin, Optional<LogLevel> level) {
        database.transactions.run(() -> level.ifPresentOrElse(
                one -> database.logLevels.put(plugin, one), () -> database.logLevels.remove(plugin)));
    }

    @Override
    public boolean forget(String plugin, long revision) {
        return database.transactions.call(() -> revision(plugin) == revision && database.wanted.remove(plugin));
    }

    private long revision(String plugin) {
        return database.wanted.get(plugin).map(Wanted::revision).orElse(0L);
    }

    private static String key(String plugin, String version) {
        return plugin + "/" + version;
    }
}
