package org.gatewright.testkit.port;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.plugins.ArtifactReport;
import org.gatewright.port.plugins.Audience;
import org.gatewright.port.plugins.KeptVersion;
import org.gatewright.port.plugins.LogLevel;
import org.gatewright.port.plugins.Permission;
import org.gatewright.port.plugins.PluginCanaries;
import org.gatewright.port.plugins.PluginLifecycle;
import org.gatewright.port.plugins.PluginLogs;
import org.gatewright.port.plugins.PluginOperations;
import org.gatewright.port.plugins.Sbom;
import org.gatewright.port.plugins.Signer;
import org.gatewright.spi.error.GatewrightException;

/** A life cycle that writes down what is asked of it, with one plug-in: {@code org.example.echo}, whose jars are made of their version. */
public final class RecordingLifecycle implements PluginLifecycle, PluginCanaries, PluginLogs, PluginOperations {

    /** The one plug-in. */
    public static final String PLUGIN = "org.example.echo";

    private final List<String> calls = new ArrayList<>();
    private final List<Actor> actors = new ArrayList<>();
    private Optional<String> active = Optional.empty();
    private Optional<Canary> canary = Optional.empty();
    private Optional<LogLevel> level = Optional.empty();
    private final List<Operation> operations = new ArrayList<>();
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
    public Canary begin(Actor actor, Upload upload, Audience audience) {
        require(PLUGIN);
        changed(actor, "canary " + upload.name() + " " + audience, active);
        String version = new String(upload.content(), UTF_8);
        Compared echo = new Compared("stages/echo", new Figures(4, 25, 1.5), Figures.NONE);
        Canary begun = new Canary(PLUGIN, version, active.orElse(""), audience, Instant.EPOCH, List.of(echo));
        canary = Optional.of(begun);
        return begun;
    }

    @Override
    public Change promote(Actor actor, String plugin) {
        require(plugin);
        Optional<String> version = canary.map(Canary::version);
        canary = Optional.empty();
        return changed(actor, "promote", version);
    }

    @Override
    public Optional<Canary> of(String plugin) {
        return canary.filter(begun -> plugin.equals(PLUGIN));
    }

    @Override
    public Optional<LogLevel> level(String plugin) {
        return level.filter(set -> plugin.equals(PLUGIN));
    }

    @Override
    public void setLevel(Actor actor, String plugin, Optional<LogLevel> next) {
        require(plugin);
        calls.add("log " + LogLevel.word(next));
        actors.add(actor);
        level = next;
    }

    /** The work that was followed; each took two steps, and is refused if it throws. */
    @Override
    public List<Operation> recent() {
        return List.copyOf(operations);
    }

    @Override
    public <T> T as(UUID id, Consumer<String> listener, Supplier<T> work) {
        List.of("kept", "switched").forEach(listener);
        try {
            T result = work.get();
            operations.add(0, operation(id, State.DONE, ""));
            return result;
        } catch (GatewrightException e) {
            operations.add(0, operation(id, State.REFUSED, e.detail()));
            throw e;
        }
    }

    private static Operation operation(UUID id, State state, String reason) {
        return new Operation(
                id,
                "install",
                PLUGIN,
                state,
                reason,
                Instant.EPOCH,
                Optional.of(Instant.EPOCH),
                List.of(new Step("kept", Instant.EPOCH), new Step("switched", Instant.EPOCH)));
    }

    @Override
    public boolean knows(Upload upload) {
        return false;
    }

    /** The jar with the content {@code broken} would be refused. */
    @Override
    public ArtifactReport inspect(Upload upload) {
        String version = new String(upload.content(), UTF_8);
        return report(version, version.equals("broken") ? List.of("The jar is broken.") : List.of());
    }

    @Override
    public Optional<ArtifactReport> artifact(String plugin, String version) {
        return versions(plugin).stream()
                .filter(kept -> kept.version().equals(version))
                .map(kept -> report(version, List.of()))
                .findFirst();
    }

    /** The active version, and 0.9.0, which is quarantined. */
    @Override
    public List<KeptVersion> versions(String plugin) {
        if (!known || !plugin.equals(PLUGIN)) {
            return List.of();
        }
        return Stream.concat(
                        active.map(version -> kept(version, true, Optional.empty())).stream(),
                        Stream.of(kept("0.9.0", false, Optional.of("It hung."))))
                .toList();
    }

    private static KeptVersion kept(String version, boolean wanted, Optional<String> quarantined) {
        return new KeptVersion(
                version, wanted, quarantined, false, Optional.of("d" + version), Optional.of(Instant.EPOCH));
    }

    private static ArtifactReport report(String version, List<String> problems) {
        return new ArtifactReport(
                PLUGIN,
                version,
                "d" + version,
                version.length(),
                List.of(new Signer("CN=Ada", "CN=Root", "f1", Instant.EPOCH, true, "")),
                List.of(new Permission("network", List.of("api.example.com:443"))),
                List.of(new Sbom("META-INF/sbom/bom.json", "CycloneDX 1.6", List.of("org.example:lib 1.0"), "")),
                problems);
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
