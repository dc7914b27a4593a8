package org.gatewright.kernel.plugins.lifecycle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.port.plugins.LogLevel;
import org.gatewright.port.store.PluginStore;

/** A store in which something happens whenever the content of an artifact, or what is wanted, is read. */
record ReadPlugins(PluginStore store, Runnable onRead, Runnable onWanted) implements PluginStore {

    @Override
    public Optional<byte[]> content(String plugin, String version) {
        onRead.run();
        return store.content(plugin, version);
    }

    @Override
    public boolean add(Artifact artifact, byte[] content) {
        return store.add(artifact, content);
    }

    @Override
    public List<Artifact> artifacts() {
        return store.artifacts();
    }

    @Override
    public boolean delete(String plugin, String version) {
        return store.delete(plugin, version);
    }

    @Override
    public List<Wanted> wanted() {
        onWanted.run();
        return store.wanted();
    }

    @Override
    public boolean want(Wanted wanted) {
        return store.want(wanted);
    }

    @Override
    public Map<String, LogLevel> logLevels() {
        return store.logLevels();
    }

    @Override
    public void logLevel(String plugin, Optional<LogLevel> level) {
        store.logLevel(plugin, level);
    }

    @Override
    public boolean forget(String plugin, long revision) {
        return store.forget(plugin, revision);
    }
}
