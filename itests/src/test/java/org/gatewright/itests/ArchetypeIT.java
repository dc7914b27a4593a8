package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.AuthorsMaven;
import org.gatewright.itests.support.Condition;
import org.gatewright.itests.support.FileRepository;
import org.gatewright.itests.support.SharedServer;
import org.gatewright.itests.support.StageBundle;
import org.gatewright.itests.support.Visitor;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the archetype makes is built, tested and used in a running server without an edit. */
class ArchetypeIT {

    private static final String PAGE = "/if/flow/greeting/";

    private final Administrator administrator = SharedServer.administrator();

    @TempDir
    private Path folder;

    @Test
    void makesAPluginThatWorks() throws Exception {
        Path jar = build(new AuthorsMaven(folder, FileRepository.fill(folder.resolve("repository"))));
        StageBundle.deploy(jar, SharedServer.get());
        Condition.await("the type is listed", Duration.ofSeconds(15), () -> administrator
                .text("stages/types/")
                .contains("\"my_greeting\""));

        bindToAFlow();
        Visitor visitor = new Visitor(SharedServer.get().base());
        assertThat(visitor.challenge(PAGE).objects("fields")).hasSize(1);
        assertThat(visitor.answer(PAGE, JsonObject.of("word", "please")).object("response_errors"))
                .isPresent();
        assertThat(visitor.answer(PAGE, JsonObject.of("word", "hello")).text("component"))
                .contains("xak-flow-redirect");
    }

    private Path build(AuthorsMaven maven) {
        maven.run(
                folder,
                "org.apache.maven.plugins:maven-archetype-plugin:" + System.getProperty("gatewright.archetype.plugin")
                        + ":generate",
                "-DarchetypeCatalog=local",
                "-DarchetypeGroupId=org.gatewright",
                "-DarchetypeArtifactId=org.gatewright.plugin.archetype",
                "-DarchetypeVersion=1.0.0-SNAPSHOT",
                "-DgroupId=net.example.plugins",
                "-DartifactId=my-greeting");
        Path project = folder.resolve("my-greeting");
        maven.run(project, "package");
        assertThat(project.resolve("target/surefire-reports"))
                .isDirectoryContaining(file -> file.toString().endsWith("WordStageTest.xml"));
        Path jar = project.resolve("target/my-greeting-1.0.0.jar");
        assertThat(Files.exists(jar)).isTrue();
        return jar;
    }

    private void bindToAFlow() {
        JsonObject stage = administrator.create(
                "stages/my_greeting/", JsonObject.of("name", "greeting").with("word", "hello"));
        JsonObject flow = administrator.create(
                "flows/instances/",
                JsonObject.of("name", "Greeting").with("slug", "greeting").with("designation", "authentication"));
        administrator.create(
                "flows/bindings/",
                JsonObject.of("target", flow.text("pk").orElseThrow())
                        .with("stage", stage.text("pk").orElseThrow())
                        .with("order", 0));
    }
}
