package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Browser;
import org.gatewright.itests.support.Condition;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.StageBundle;
import org.gatewright.itests.support.Visitor;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The terms of use of {@code plugins-sample/}, as a third party builds them: dropped into a running server, bound to its sign-in, and accepted in a browser. */
class TermsOfUseIT {

    private static final Path JAR = Path.of("../plugins-sample/terms-of-use/target/com.example.termsofuse-1.0.0.jar");
    private static final String PLUGIN = "com.example.termsofuse";
    private static final String PAGE = "/if/flow/default-authentication-flow/";
    private static final String USER = "tina";
    private static final String PASSWORD = "a password of the tests";
    private static final String TEXT = "Be nice to each other.\n\nWhat you store here stays yours.";

    private static Distribution server;
    private static Administrator administrator;

    @BeforeAll
    static void start() {
        server = Distribution.unpack().withAdministrator().withCheapHashing().start();
        administrator = new Administrator(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void areAcceptedOnceForEachVersion() throws Exception {
        StageBundle.deploy(JAR, server);
        Condition.await("the type is listed", Duration.ofSeconds(15), () -> administrator
                .text("stages/types/")
                .contains("\"terms_of_use\""));
        String stage = bind();
        JsonObject tina = administrator.create(
                "core/users/",
                JsonObject.of("username", USER).with("name", USER).with("password", PASSWORD));

        assertAsksInTheLanguageOfThePage();
        assertThat(proofs()).isEqualTo(1);
        assertThat(administrator.text("events/events/?action=terms_accepted")).contains("\"general\"", USER);
        assertThat(new Visitor(server.base()).signIn(PAGE, USER, PASSWORD))
                .as("not asked again")
                .isEqualTo("/");

        administrator.change("stages/terms_of_use/" + stage + "/", JsonObject.of("version", "2"));
        assertSpeaksGerman();
        assertThat(proofs()).as("of the second version").isEqualTo(2);
        administrator.change("stages/terms_of_use/" + stage + "/", JsonObject.of("version", "3"));
        assertAsksWithoutTheElement();
        assertThat(proofs()).isEqualTo(3);
        new Visitor(server.base()).signIn(PAGE, USER, PASSWORD);

        String user = "core/users/" + tina.integer("pk").orElseThrow() + "/";
        assertThat(administrator.send("DELETE", user, JsonObject.empty()).statusCode())
                .isEqualTo(204);
        assertThat(proofs()).as("of who is deleted").isZero();
    }

    private static void assertAsksInTheLanguageOfThePage() {
        JsonObject seen = Browser.run("terms", "terms-end", visit("de-CH"));
        assertThat(seen.text("text").orElse("")).contains("Seid nett zueinander.");
        assertThat(seen.text("question").orElse("")).contains("Ich nehme an");
        assertThat(seen.text("refused").orElse(""))
                .contains("Ohne die Nutzungsbedingungen anzunehmen, geht es nicht weiter.");
        assertThat(seen.text("focused")).as("what the keyboard is in").contains("checkbox");
        assertThat(seen.integer("overflow")).as("pixels too wide").contains(0L);
        assertThat(seen.texts("complaints")).as("of the browser").isEmpty();
    }

    private static void assertAsksWithoutTheElement() {
        JsonObject seen = Browser.run("terms", "terms-form-end", visit("en-GB").with("blocked", "**/plugins/**"));
        assertThat(seen.text("text").orElse("")).contains("Be nice to each other.", "I accept the terms of use");
    }

    /** The plug-in's own words: on the page without its element, and in the forms of administrators. */
    private static void assertSpeaksGerman() {
        JsonObject seen =
                Browser.run("terms", "terms-form-german-end", visit("de-CH").with("blocked", "**/plugins/**"));
        assertThat(seen.text("text").orElse("")).contains("Ich nehme die Nutzungsbedingungen an");
        assertThat(administrator.text("stages/types/?locale=de"))
                .contains("jede Fassung einmal", "Eine höhere, und alle werden noch einmal gefragt.");
        assertThat(administrator.text("stages/types/?locale=fr")).contains("once for each version");
    }

    private static JsonObject visit(String language) {
        return JsonObject.of("open", server.base().resolve(PAGE))
                .with("user", USER)
                .with("password", PASSWORD)
                .with("language", language)
                .with(
                        "pictures",
                        Path.of("target/pictures/terms").toAbsolutePath().toString());
    }

    /** Puts the step between the password and the session; returns its id. */
    private static String bind() {
        JsonObject translation = JsonObject.of("language", "de")
                .with("text", "Seid nett zueinander.\n\nWas ihr hier ablegt, bleibt euer.")
                .with("question", "Ich nehme an");
        String stage = pk(administrator.create(
                "stages/terms_of_use/",
                JsonObject.of("name", "terms")
                        .with("version", "1")
                        .with("text", TEXT)
                        .with("translations", List.of(translation))));
        administrator.create(
                "flows/bindings/",
                JsonObject.of("target", pk(administrator.get("flows/instances/default-authentication-flow/")))
                        .with("stage", stage)
                        .with("order", 50));
        return stage;
    }

    private static String pk(JsonObject object) {
        return object.text("pk").orElseThrow();
    }

    private static long proofs() {
        return administrator.list("core/plugin_documents/").stream()
                .filter(kept -> kept.text("pk").equals(Optional.of(PLUGIN)))
                .mapToLong(kept -> kept.integer("documents").orElse(0L))
                .sum();
    }
}
