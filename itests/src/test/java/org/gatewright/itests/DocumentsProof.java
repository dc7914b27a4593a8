package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.OneStageFlow;
import org.gatewright.itests.support.StageBundle;
import org.gatewright.itests.support.Visitor;
import org.gatewright.spi.data.JsonObject;

/** Documents of a plug-in in a real server: an update and a restart keep them, and they go with the user. */
final class DocumentsProof {

    private static final String PAGE = "/if/flow/visits/";
    private static final String PASSWORD = "a password of the tests";

    private final Distribution server;
    private final Administrator administrator;

    DocumentsProof(Distribution server) {
        this.server = server;
        this.administrator = new Administrator(server);
    }

    void run() throws Exception {
        Path folder = Files.createTempDirectory("visits");
        install(StageBundle.counter(folder, "1.0.0", "Visits so far:"));
        OneStageFlow.visits(administrator);
        JsonObject ann = user("ann");
        user("bob");

        assertThat(visit("ann")).isEqualTo("Visits so far: 0");
        assertThat(visit("ann")).isEqualTo("Visits so far: 1");
        assertThat(visit("bob")).isEqualTo("Visits so far: 0");

        install(StageBundle.counter(folder, "1.1.0", "Visits:"));
        assertThat(visit("ann")).isEqualTo("Visits: 2");
        server.restart();
        assertThat(visit("ann")).isEqualTo("Visits: 3");
        assertThat(documents()).isEqualTo(2);

        String path = "core/users/" + ann.integer("pk").orElseThrow() + "/";
        assertThat(administrator.send("DELETE", path, JsonObject.empty()).statusCode())
                .isEqualTo(204);
        assertThat(documents()).isEqualTo(1);

        server.command("plugin-uninstall", StageBundle.COUNTER_ID);
        assertThat(documents()).isEqualTo(1);
        assertThat(server.command("plugin-documents", StageBundle.COUNTER_ID, "--erase"))
                .contains("1 document of " + StageBundle.COUNTER_ID + " erased.");
        assertThat(documents()).isZero();
    }

    private void install(Path bundle) {
        server.command("plugin-install", bundle.toString());
    }

    private JsonObject user(String name) {
        return administrator.create(
                "core/users/",
                JsonObject.of("username", name).with("name", name).with("password", PASSWORD));
    }

    /** Signs in, passes the step, and returns what it said. */
    private String visit(String name) {
        Visitor visitor = new Visitor(server.base());
        visitor.signIn("/if/flow/default-authentication-flow/", name, PASSWORD);
        JsonObject asked = visitor.challenge(PAGE);
        JsonObject passed = visitor.answer(PAGE, JsonObject.of("word", "x"));
        assertThat(passed.text("component")).contains("xak-flow-redirect");
        return asked.objects("fields").get(0).text("label").orElse("");
    }

    private long documents() {
        return administrator.list("core/plugin_documents/").stream()
                .filter(kept -> kept.text("pk").equals(Optional.of(StageBundle.COUNTER_ID)))
                .mapToLong(kept -> kept.integer("documents").orElse(0L))
                .sum();
    }
}
