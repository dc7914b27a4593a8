package org.gatewright.testkit.port;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.plugins.PluginLifecycle;
import org.gatewright.spi.error.GatewrightException;

/** A life cycle that writes down what is asked of it, with one plug-in: {@code org.example.echo}, whose jars are made of their version. */
public final class RecordingLifecycle implements PluginLifecycle {

    /** The one plug-in. */
    public static final String PLUGIN = "org.example.echo";

    private final List<String> calls = new ArrayList<>();
    private final List<Actor> actors = new ArrayList<>();
    private Optional<String> active = Optional.empty();
    private boolean known;

    /** Makes this version the active one. */
    public RecordingLifecycle running(String version) {
        active = Optional.of(version);
        known = true;
        return this;
    }

    /** Returns a jar of this version. */
    public static byte[] jar(String version) {
        return version.getBytes(UTF_8);
    }

    /** Returns what was asked, the first call first. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** Returns who asked. */
    public List<Actor> actors() {
        return List.copyOf(actors);
    }

    @Override
    public Change install(Actor actor, Upload upload) {
        return changed(actor, "install " + upload.name(), Optional.of(new String(upload.content(), UTF_8)));
    }

    @Override
    public Change update(Actor actor, Upload upload) {
        require(PLUGIN);
        return changed(actor, "update " + upload.name(), Optional.of(new String(upload.content(), UTF_8)));
    }

    @Override
    public Change rollback(Actor actor, String plugin) {
        require(plugin);
        return changed(actor, "rollback", Optional.of("1.0.0"));
    }

    @Override
    public Change quarantine(Actor actor, String plugin, String version, String reason) {
        require(plugin);
        return changed(actor, "quarantine " + version + ": " + reason, active.filter(one -> !one.equals(version)));
    }

    @Override
    public Change release(Actor actor, String plugin, String version) {
        require(plugin);
        return changed(actor, "release " + version, Optional.of(version));
    }

    @Override
    public Change uninstall(Actor actor, String plugin) {
        require(plugin);
        return changed(actor, "uninstall", Optional.empty());
    }

    @Override
    public boolean knows(Upload upload) {
        return false;
    }

    private Change changed(Actor actor, String call, Optional<String> next) {
        if (next.equals(Optional.of("broken"))) {
            throw new GatewrightException(CommonError.PLUGIN_REFUSED, "The jar is broken.");
        }
        calls.add(call);
        actors.add(actor);
        Change change = new Change(PLUGIN, active, next);
        active = next;
        known = true;
        return change;
    }

    private void require(String plugin) {
        if (!known || !plugin.equals(PLUGIN)) {
            throw new GatewrightException(CommonError.NOT_FOUND, "There is no plug-in “" + plugin + "”.");
        }
    }
}
