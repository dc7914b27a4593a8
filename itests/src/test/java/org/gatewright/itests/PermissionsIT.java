package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Command;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.OneStageFlow;
import org.gatewright.itests.support.StageBundle;
import org.gatewright.itests.support.Visitor;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plug-in is given what its manifest declares, and nothing else. */
class PermissionsIT {

    private static final String PAGE = "/if/flow/visits/";

    @TempDir
    private Path folder;

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
    void documentsAreForPluginsThatDeclareThem() throws Exception {
        install(StageBundle.counter(folder, "1.0.0", "Visits:", "directory"));
        OneStageFlow.visits(administrator);

        JsonObject refused = visit();
        assertThat(refused.text("component")).contains("xak-flow-stage-unavailable");
        assertThat(server.output()).contains(StageBundle.COUNTER_ID + " does not declare the permission “documents”");

        install(StageBundle.counter(folder, "1.1.0", "Visits:", "documents"));
        assertThat(visit().objects("fields").get(0).text("label")).contains("Visits: 0");
    }

    @Test
    void servicesAreForPluginsThatDeclareThem() throws Exception {
        String members = "@org.osgi.service.component.annotations.Activate public MagicWordStage("
                + "@org.osgi.service.component.annotations.Reference org.gatewright.spi.directory.Directory all) {}";
        Path nosy = StageBundle.misbehaving(folder, "1.0.0", "", members);

        Command command = server.tryCommand("plugin-install", nosy.toString());

        assertThat(command.exitCode()).as(command.output()).isEqualTo(1);
        assertThat(command.output())
                .contains("It needs the service org.gatewright.spi.directory.Directory, but does not declare the"
                        + " permission “directory”");
        assertThat(administrator.text("plugins/?page_size=100")).doesNotContain(StageBundle.ID);
    }

    private void install(Path bundle) {
        server.command("plugin-install", bundle.toString());
    }

    private JsonObject visit() {
        Visitor visitor = new Visitor(server.base());
        visitor.signIn("/if/flow/default-authentication-flow/", Administrator.MAIL, Administrator.PASSWORD);
        return visitor.challenge(PAGE);
    }
}
