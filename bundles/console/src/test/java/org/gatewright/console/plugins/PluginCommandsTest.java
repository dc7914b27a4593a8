package org.gatewright.console.plugins;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.ArgumentCommandLine;
import org.gatewright.console.users.CommandLines;
import org.gatewright.json.JsonText;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.plugins.ArtifactDigest;
import org.gatewright.port.plugins.PluginInfo;
import org.gatewright.port.plugins.VersionState;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.store.DocumentCollection;
import org.gatewright.spi.store.DocumentDraft;
import org.gatewright.testkit.port.FakeCatalogue;
import org.gatewright.testkit.port.FakePluginDocuments;
import org.gatewright.testkit.port.FakeSettings;
import org.gatewright.testkit.port.InMemoryDatabase;
import org.gatewright.testkit.port.RecordingLifecycle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginCommandsTest {

    private static final String ECHO = RecordingLifecycle.PLUGIN;

    @TempDir
    Path folder;

    private final RecordingLifecycle lifecycle = new RecordingLifecycle();
    private final FakeCatalogue catalogue = new FakeCatalogue()
            .list(new PluginInfo(ECHO, "Echo", "1.0.0", 7, VersionState.DRAINING, "Version 1.1.0 has replaced it."))
            .list(new PluginInfo(ECHO, "Echo", "1.1.0", 8, VersionState.ACTIVE, ""))
            .list(new PluginInfo("other", "Other", "3.0.0", 9, VersionState.ACTIVE, ""));
    private final FakePluginDocuments documents =
            new FakePluginDocuments(new InMemoryDatabase().documents(), Clock.systemUTC());
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private String run(Action command, String... words) throws Exception {
        printed.reset();
        FakeSettings settings = new FakeSettings().with("plugins", "max_artifact", "10");
        CommandLines.command(command, words, lifecycle, catalogue, documents, settings, session())
                .execute();
        return printed.toString(UTF_8).strip();
    }

    private Session session() {
        PrintStream console = new PrintStream(printed, true, UTF_8);
        return (Session) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Session.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getConsole" -> console;
                    case "currentDir" -> folder;
                    default -> throw new AssertionError(method.getName());
                });
    }

    private String jar(String version) throws IOException {
        String name = "echo-" + version + ".jar";
        Files.write(folder.resolve(name), RecordingLifecycle.jar(version));
        return name;
    }

    @Test
    void installsAndUpdatesFromTheFolderOfTheCaller() throws Exception {
        assertThat(run(new PluginInstall(), jar("1.0.0")))
                .isEqualTo("kept\n  switched\norg.example.echo is installed: version 1.0.0 is active now.");
        assertThat(run(new PluginInstall(), jar("1.1.0")))
                .endsWith("org.example.echo is updated: version 1.1.0 is active now, 1.0.0 was before.");
        assertThat(run(new PluginUpdate(), jar("1.2.0")))
                .endsWith("org.example.echo is updated: version 1.2.0 is active now, 1.1.0 was before.");
        assertThat(run(new PluginUpdate(), jar("1.2.0")))
                .endsWith("org.example.echo is unchanged: version 1.2.0 is active, as before.");

        assertThat(lifecycle.calls()).startsWith("install echo-1.0.0.jar", "install echo-1.1.0.jar");
        assertThat(lifecycle.actors()).allMatch(Actor::isSystem);
    }

    @Test
    void countsAndErasesDocuments() throws Exception {
        for (String plugin : List.of(ECHO, "gone")) {
            documents
                    .of(plugin)
                    .put(DocumentCollection.named("devices"), DocumentDraft.adding("k", JsonObject.empty()));
        }
        assertThat(run(new DocumentList())).contains(ECHO, "gone", "devices");
        assertThat(run(new DocumentList(), "gone", "--json"))
                .isEqualTo("[{\"plugin\":\"gone\",\"collection\":\"devices\",\"documents\":1}]");

        assertThat(run(new DocumentList(), "gone", "--erase")).isEqualTo("1 document of gone erased.");

        assertThat(documents.erased()).containsOnlyKeys("gone");
        assertThat(documents.erased().get("gone").isSystem()).isTrue();
        assertThat(run(new DocumentList(), "--json")).contains(ECHO).doesNotContain("gone");
    }

    @Test
    void erasesNothingThatIsNotNamed() {
        assertThatThrownBy(() -> run(new DocumentList(), "--erase")).hasMessageContaining("Say whose documents");
        assertThatThrownBy(() -> run(new DocumentList(), "other", "--erase"))
                .hasMessageContaining("There are no documents of a plug-in “other”.");
        assertThat(documents.erased()).isEmpty();
    }

    @Test
    void setsAndShowsHowMuchAPluginLogs() throws Exception {
        lifecycle.running("1.1.0");
        assertThat(JsonText.read(run(new PluginDetails(), ECHO, "--json")).text("log_level"))
                .hasValue("DEFAULT");

        assertThat(run(new PluginLog(), ECHO, "debug")).isEqualTo("org.example.echo writes to the log from DEBUG on.");
        assertThat(JsonText.read(run(new PluginDetails(), ECHO, "--json")).text("log_level"))
                .hasValue("DEBUG");
        JsonObject reset = JsonText.read(run(new PluginLog(), ECHO, "DEFAULT", "--json"));
        assertThat(reset.without("message"))
                .isEqualTo(JsonObject.of("plugin", ECHO).with("log_level", "DEFAULT"));
        assertThat(lifecycle.calls()).containsExactly("log DEBUG", "log DEFAULT");
        assertThat(lifecycle.actors()).allMatch(Actor::isSystem);
    }

    @Test
    void setsNoLevelThatThereIsNotAndNoneOfAPluginThatNobodyKnows() {
        lifecycle.running("1.1.0");

        for (String level : List.of("LOUD", "", "OFF", "${env:HOME}")) {
            assertThatThrownBy(() -> run(new PluginLog(), ECHO, level))
                    .isInstanceOf(InvalidFieldsException.class)
                    .hasMessageContaining("There is no level “" + level
                            + "”. It must be one of DEFAULT, TRACE, DEBUG, INFO, WARN, ERROR.");
        }
        assertThatThrownBy(() -> run(new PluginLog(), "unknown", "DEBUG"))
                .isInstanceOfSatisfying(GatewrightException.class, e -> assertThat(e.detail())
                        .isEqualTo("There is no plug-in “unknown”."));
        assertThat(lifecycle.calls()).isEmpty();
    }

    @Test
    void updatesNothingThatIsNotThere() {
        assertThatThrownBy(() -> run(new PluginUpdate(), jar("1.0.0")))
                .isInstanceOfSatisfying(
                        GatewrightException.class, e -> assertThat(e.detail()).contains("There is no plug-in"));
        assertThat(lifecycle.calls()).isEmpty();
    }

    @Test
    void installsNothingThatIsTooLarge() {
        assertThatThrownBy(() -> run(new PluginInstall(), jar("1.0.0-with-a-long-qualifier")))
                .hasMessageContaining("plugins.max_artifact");
        assertThat(lifecycle.calls()).isEmpty();
    }

    @Test
    void installsNothingButWhatIsMeant() throws Exception {
        String meant = ArtifactDigest.of(RecordingLifecycle.jar("1.0.0"));

        assertThat(run(new PluginInstall(), jar("1.0.0"), "--sha256", meant)).contains("is installed");
        for (Action command : List.of(new PluginInstall(), new PluginUpdate())) {
            assertThatThrownBy(() -> run(command, jar("1.1.0"), "--sha256", meant))
                    .isInstanceOfSatisfying(GatewrightException.class, e -> assertThat(e.detail())
                            .contains("is not the one that is meant"));
            assertThatThrownBy(() -> run(command, jar("1.1.0"), "--sha256", ""))
                    .isInstanceOf(InvalidFieldsException.class);
        }
        assertThatThrownBy(() -> run(new PluginInstall(), jar("1.1.0"), "--check", "--sha256", meant))
                .isInstanceOf(GatewrightException.class);
        assertThat(lifecycle.calls()).containsExactly("install echo-1.0.0.jar");
    }

    @Test
    void changesVersions() throws Exception {
        lifecycle.running("1.1.0");

        assertThat(run(new PluginQuarantine(), ECHO, "1.0.0", "--reason", "It hung."))
                .isEqualTo("org.example.echo 1.0.0 is quarantined: version 1.1.0 is active, as before.");
        assertThat(run(new PluginQuarantine(), ECHO, "1.1.0", "--reason", "It hung."))
                .isEqualTo("org.example.echo 1.1.0 is quarantined: no version is active now, 1.1.0 was before.");
        assertThat(run(new PluginRelease(), ECHO, "1.1.0"))
                .isEqualTo("org.example.echo 1.1.0 is released: version 1.1.0 is active now.");
        assertThat(run(new PluginRollback(), ECHO))
                .isEqualTo("org.example.echo is rolled back: version 1.0.0 is active now, 1.1.0 was before.");
        assertThat(run(new PluginUninstall(), ECHO))
                .isEqualTo("org.example.echo is uninstalled: no version is active now, 1.0.0 was before.");
        assertThat(lifecycle.calls()).contains("quarantine 1.1.0: It hung.");
    }

    @Test
    void beginsShowsAndPromotesACanary() throws Exception {
        lifecycle.running("1.1.0");

        assertThat(run(new PluginUpdate(), jar("1.2.0"), "--canary", "share=10"))
                .endsWith("org.example.echo 1.2.0 is called for share=10 from now on, version 1.1.0 for all others.");
        JsonObject report = JsonText.read(run(new PluginUpdate(), jar("1.2.0"), "--canary", "group=staff", "--json"));
        assertThat(report.text("canary")).hasValue("1.2.0");
        assertThat(report.text("audience")).hasValue("group=staff");
        JsonObject shown = JsonText.read(run(new PluginDetails(), ECHO, "--json"));
        assertThat(shown.object("canary").flatMap(canary -> canary.text("audience")))
                .hasValue("group=staff");
        assertThat(run(new PluginPromote(), ECHO))
                .isEqualTo("org.example.echo is promoted: version 1.2.0 is active now, 1.1.0 was before.");
        assertThat(lifecycle.calls()).endsWith("canary echo-1.2.0.jar group=staff", "promote");
    }

    @Test
    void asksForAnAudienceThatItKnows() {
        lifecycle.running("1.1.0");

        assertThatThrownBy(() -> run(new PluginUpdate(), jar("1.2.0"), "--canary", "everybody"))
                .isInstanceOf(InvalidFieldsException.class);
        assertThat(lifecycle.calls()).isEmpty();
    }

    @Test
    void reportsJson() throws Exception {
        lifecycle.running("1.1.0");

        JsonObject report = JsonText.read(run(new PluginRollback(), ECHO, "--json"));

        assertThat(report.without("message"))
                .isEqualTo(JsonObject.of("plugin", ECHO).with("from", "1.1.0").with("to", "1.0.0"));
        assertThat(report.text("message")).isPresent();
    }

    @Test
    void refusesWhatNobodyKnows() {
        lifecycle.running("1.1.0");

        for (Action command :
                List.of(new PluginRollback(), new PluginQuarantine(), new PluginRelease(), new PluginUninstall())) {
            assertThatThrownBy(() -> run(command, "unknown", "1.0.0", "--reason", "x"))
                    .isInstanceOf(GatewrightException.class);
        }
    }

    @Test
    void showsAllVersionsOfAPlugin() throws Exception {
        JsonObject shown = JsonText.read(run(new PluginDetails(), ECHO, "--json"));

        assertThat(shown.text("version")).hasValue("1.1.0");
        assertThat(shown.objects("others")).singleElement().satisfies(other -> {
            assertThat(other.text("version")).hasValue("1.0.0");
            assertThat(other.text("state")).hasValue("draining");
        });
    }

    @Test
    void looksAtAJarAndInstallsNothing() throws Exception {
        JsonObject good = JsonText.read(run(new PluginInstall(), jar("1.0.0"), "--check", "--json"));
        JsonObject bad = JsonText.read(run(new PluginInstall(), jar("broken"), "--check", "--json"));

        assertThat(good.text("digest")).hasValue("d1.0.0");
        assertThat(good.texts("permissions")).containsExactly("network (api.example.com:443)");
        assertThat(good.objects("signers").get(0).text("subject")).hasValue("CN=Ada");
        assertThat(good.objects("sboms").get(0).integer("count")).hasValue(1L);
        assertThat(good.list("problems")).isEmpty();
        assertThat(bad.texts("problems")).containsExactly("The jar is broken.");
        assertThat(lifecycle.calls()).isEmpty();
    }

    @Test
    void showsVersionsThatHaveEnded() throws Exception {
        lifecycle.running("1.1.0");

        JsonObject shown = JsonText.read(run(new PluginDetails(), ECHO, "--json"));

        assertThat(shown.objects("versions"))
                .extracting(version -> version.text("version").orElseThrow())
                .containsExactly("1.1.0", "0.9.0");
        assertThat(shown.objects("versions").get(1).text("quarantined")).hasValue("It hung.");
        assertThat(shown.object("artifact").flatMap(artifact -> artifact.text("digest")))
                .hasValue("d1.1.0");
    }

    @Test
    void completesVersionsOfThePluginInTheLine() {
        List<String> candidates = new ArrayList<>();

        VersionCompleter.complete(
                new Line(List.of("idp:plugin-release", ECHO, "1.")),
                catalogue.snapshot().plugins(),
                candidates);

        assertThat(candidates).extracting(String::strip).containsExactly("1.0.0", "1.1.0");
    }

    @Test
    void takesAVersionThatTheShellShowsAlone() {
        List<String> candidates = new ArrayList<>();

        VersionCompleter.complete(
                new ArgumentCommandLine("1.0.0", 5), catalogue.snapshot().plugins(), candidates);

        assertThat(candidates).extracting(String::strip).containsExactly("1.0.0");
    }
}
