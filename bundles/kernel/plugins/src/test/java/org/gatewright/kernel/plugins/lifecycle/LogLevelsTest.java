package org.gatewright.kernel.plugins.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatewright.kernel.plugins.TestFramework.eventually;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gatewright.kernel.plugins.TestFramework;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.events.Event;
import org.gatewright.port.plugins.LogLevel;
import org.gatewright.port.plugins.PluginInfo;
import org.gatewright.port.plugins.VersionState;
import org.gatewright.port.store.PluginStore.Wanted;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.testkit.port.FakeCatalogue;
import org.gatewright.testkit.port.FixedClock;
import org.gatewright.testkit.port.InMemoryDatabase;
import org.gatewright.testkit.port.RecordingEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

/** How much a plug-in writes to the log, and that this changes the log of nobody else. */
class LogLevelsTest {

    private static final String ID = "com.example.words";
    private static final Optional<LogLevel> DEBUG = Optional.of(LogLevel.DEBUG);

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final RecordingEvents events = new RecordingEvents(database, new FixedClock());
    private final FakeCatalogue catalogue =
            new FakeCatalogue().list(new PluginInfo(ID, "Words", "1.0.0", 1, VersionState.ACTIVE, ""));
    private volatile Map<String, String> given = Map.of();
    private TestFramework felix;
    private StoredLogLevels levels;

    @BeforeEach
    void start() throws Exception {
        felix = new TestFramework();
        begin();
    }

    private void begin() {
        levels = new StoredLogLevels(
                felix.context(),
                database.plugins(),
                database.transactions(),
                events,
                next -> given = Map.copyOf(next),
                catalogue);
    }

    @AfterEach
    void stop() throws Exception {
        levels.close();
        felix.close();
    }

    private Bundle bundle(String name, String version, String... files) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
            Manifest manifest = new Manifest();
            manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
            manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
            manifest.getMainAttributes().putValue("Bundle-SymbolicName", name);
            manifest.getMainAttributes().putValue("Bundle-Version", version);
            jar.putNextEntry(new ZipEntry(JarFile.MANIFEST_NAME));
            manifest.write(jar);
            for (String file : files) {
                jar.putNextEntry(new ZipEntry(file));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Bundle bundle = felix.context()
                .installBundle("memory:" + name + version, new ByteArrayInputStream(bytes.toByteArray()));
        bundle.start();
        return bundle;
    }

    private void refuses(CommonError code, String plugin, String words) {
        assertThatThrownBy(() -> levels.setLevel(Actor.system(), plugin, DEBUG))
                .isInstanceOfSatisfying(GatewrightException.class, e -> {
                    assertThat(e.code()).isEqualTo(code);
                    assertThat(e.detail()).contains(words);
                });
        assertThat(database.plugins().logLevels()).isEmpty();
        assertThat(events.recorded()).isEmpty();
    }

    @Test
    void givesTheLevelToTheOutermostPackagesAndRecordsIt() throws Exception {
        bundle(ID, "1.0.0", "com/example/words/Word.class", "com/example/words/deep/Deep.class", "lib/Lib.class");

        levels.setLevel(Actor.system(), ID, DEBUG);

        assertThat(given).isEqualTo(Map.of("com.example.words", "debug", "lib", "debug"));
        assertThat(levels.level(ID)).isEqualTo(DEBUG);
        assertThat(levels.level("com.example.other")).isEmpty();
        Event event = events.recorded().get(0);
        assertThat(event.action()).isEqualTo("plugin_log_level");
        assertThat(event.context())
                .isEqualTo(JsonObject.of("plugin", ID).with("from", "DEFAULT").with("to", "DEBUG"));
    }

    @Test
    void takesTheLevelAway() throws Exception {
        bundle(ID, "1.0.0", "com/example/words/Word.class");
        levels.setLevel(Actor.system(), ID, DEBUG);

        levels.setLevel(Actor.system(), ID, Optional.empty());

        assertThat(given).isEmpty();
        assertThat(levels.level(ID)).isEmpty();
        assertThat(events.recorded().get(1).context().text("to")).hasValue("DEFAULT");
    }

    @Test
    void aNewVersionHasTheLevelToo() throws Exception {
        bundle(ID, "1.0.0", "com/example/words/Word.class").uninstall();
        levels.setLevel(Actor.system(), ID, DEBUG);
        assertThat(given).isEmpty();

        bundle(ID, "2.0.0", "com/example/words2/Word.class");

        eventually(() -> given.equals(Map.of("com.example.words2", "debug")));
    }

    @Test
    void aRestartFindsTheLevelAgain() throws Exception {
        bundle(ID, "1.0.0", "com/example/words/Word.class");
        levels.setLevel(Actor.system(), ID, Optional.of(LogLevel.ERROR));
        levels.close();
        given = Map.of();

        begin();

        eventually(() -> given.equals(Map.of("com.example.words", "error")));
        assertThat(levels.level(ID)).contains(LogLevel.ERROR);
    }

    @Test
    void whatAnotherNodeHasSetHoldsAtTheNextChange() throws Exception {
        database.plugins().logLevel(ID, Optional.of(LogLevel.TRACE));

        bundle(ID, "1.0.0", "com/example/words/Word.class");

        eventually(() -> given.equals(Map.of("com.example.words", "trace")));
    }

    @Test
    void packagesOfOthersAreLeftAlone() throws Exception {
        bundle("server", "1.0.0", "org/gatewright/kernel/Kernel.class", "shared/lib/Lib.class");
        bundle(
                ID,
                "1.0.0",
                "Top.class",
                "org/Broad.class",
                "org/gatewright/Broad.class",
                "shared/lib/Lib.class",
                "com/example/words/Word.class");

        levels.setLevel(Actor.system(), ID, DEBUG);

        assertThat(given).isEqualTo(Map.of("com.example.words", "debug"));
    }

    @Test
    void refusesOneWhoseLinesCannotBeTold() throws Exception {
        bundle("server", "1.0.0", "org/gatewright/kernel/Kernel.class");
        bundle(ID, "1.0.0", "org/gatewright/Broad.class", "Top.class");

        refuses(CommonError.PLUGIN_REFUSED, ID, "cannot be told from theirs");
        assertThat(given).isEmpty();
    }

    @Test
    void aJarCannotWriteIntoTheConfiguration() throws Exception {
        bundle(ID, "1.0.0", "${env:HOME}/Word.class", "a b/Word.class", "a=b/Word.class", "x\ny/W.class", "ok/W.class");

        levels.setLevel(Actor.system(), ID, DEBUG);

        assertThat(given).isEqualTo(Map.of("ok", "debug"));
    }

    @Test
    void refusesAPluginThatNobodyKnows() throws Exception {
        bundle("server", "1.0.0", "org/gatewright/kernel/Kernel.class");

        refuses(CommonError.NOT_FOUND, "server", "There is no plug-in “server”.");
        refuses(CommonError.NOT_FOUND, "unknown", "There is no plug-in “unknown”.");
    }

    @Test
    void knowsAPluginThatHasEnded() {
        database.plugins().want(Wanted.nothing("com.example.ended"));

        levels.setLevel(Actor.system(), "com.example.ended", DEBUG);

        assertThat(levels.level("com.example.ended")).isEqualTo(DEBUG);
    }
}
