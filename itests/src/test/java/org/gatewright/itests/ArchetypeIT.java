package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.AuthorsMaven;
import org.gatewright.itests.support.Condition;
import org.gatewright.itests.support.FileRepository;
import org.gatewright.itests.support.SharedServer;
import org.gatewright.itests.support.StageBundle;
import org.gatewright.itests.support.Visitor;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the archetype makes is built, tested and used in a running server without an edit. */
class ArchetypeIT {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String GREETING = "/if/flow/greeting/";
    private static final String COLLEAGUES = "/if/flow/colleagues/";

    @TempDir
    private static Path folder;

    private static AuthorsMaven maven;

    private final Administrator administrator = SharedServer.administrator();

    @BeforeAll
    static void takeWhatWasBuilt() throws Exception {
        maven = new AuthorsMaven(folder, FileRepository.fill(folder.resolve("repository")));
    }

    @Test
    void makesAStageThatWorks() throws Exception {
        Path project = generate("my-greeting");
        assertThat(sources(project)).containsExactly("WordSettings.java", "WordStage.java");
        deploy(project, "stages/types/", "my_greeting");

        String stage = pk(administrator.create(
                "stages/my_greeting/", JsonObject.of("name", "greeting").with("word", "hello")));
        bind(flow("greeting"), stage);
        Visitor visitor = new Visitor(SharedServer.get().base());
        assertThat(visitor.challenge(GREETING).objects("fields")).hasSize(1);
        assertThat(visitor.answer(GREETING, JsonObject.of("word", "please")).object("response_errors"))
                .isPresent();
        assertThat(visitor.answer(GREETING, JsonObject.of("word", "hello")).text("component"))
                .contains("xak-flow-redirect");
    }

    @Test
    void makesAPolicyThatWorks() throws Exception {
        Path project = generate("my-colleagues", "-Dkind=policy");
        assertThat(sources(project)).containsExactly("DomainPolicy.java", "DomainSettings.java");
        deploy(project, "policies/types/", "my_colleagues");

        String policy = pk(administrator.create(
                "policies/my_colleagues/", JsonObject.of("name", "colleagues").with("domain", "example.org")));
        String flow = flow("colleagues");
        bind(
                flow,
                pk(administrator.create(
                        "stages/deny/", JsonObject.of("name", "colleagues").with("deny_message", "A colleague."))));
        administrator.create(
                "policies/bindings/",
                JsonObject.of("target", flow).with("policy", policy).with("order", 0));
        Visitor visitor = new Visitor(SharedServer.get().base());
        assertThat(visitor.challenge(COLLEAGUES).text("error_message"))
                .contains("This is only for people of example.org.");
        visitor.signIn("/if/flow/default-authentication-flow/", Administrator.MAIL, Administrator.PASSWORD);
        assertThat(visitor.challenge(COLLEAGUES).text("error_message")).contains("A colleague.");
    }

    @Test
    void makesNothingOfAnotherKind() {
        assertThatThrownBy(() -> generate("my-nothing", "-Dkind=something"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("kind");
    }

    /** Makes a project, and builds and tests it as it is. */
    private static Path generate(String name, String... further) {
        String plugin = "org.apache.maven.plugins:maven-archetype-plugin:"
                + System.getProperty("gatewright.archetype.plugin") + ":generate";
        List<String> words = List.of(
                plugin,
                "-DarchetypeCatalog=local",
                "-DarchetypeGroupId=org.gatewright",
                "-DarchetypeArtifactId=org.gatewright.plugin.archetype",
                "-DarchetypeVersion=1.0.0-SNAPSHOT",
                "-DgroupId=net.example.plugins",
                "-DartifactId=" + name);
        maven.run(folder, Stream.concat(words.stream(), Stream.of(further)).toArray(String[]::new));
        Path project = folder.resolve(name);
        maven.run(project, "package");
        assertThat(project.resolve("target/surefire-reports"))
                .isDirectoryContaining(file -> file.toString().endsWith("ContractTest.xml"));
        return project;
    }

    private static List<String> sources(Path project) throws IOException {
        try (Stream<Path> files = Files.list(project.resolve("src/main/java/net/example/plugins"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void deploy(Path project, String types, String type) throws Exception {
        StageBundle.deploy(project.resolve("target/" + project.getFileName() + "-1.0.0.jar"), SharedServer.get());
        Condition.await(
                "the type is listed", SOON, () -> administrator.text(types).contains("\"" + type + "\""));
    }

    private String flow(String slug) {
        return pk(administrator.create(
                "flows/instances/",
                JsonObject.of("name", slug).with("slug", slug).with("designation", "authentication")));
    }

    private void bind(String flow, String stage) {
        administrator.create(
                "flows/bindings/",
                JsonObject.of("target", flow).with("stage", stage).with("order", 0));
    }

    private static String pk(JsonObject object) {
        return object.text("pk").orElseThrow();
    }
}
