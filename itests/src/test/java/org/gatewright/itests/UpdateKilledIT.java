package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Condition;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.PluginCopy;
import org.gatewright.itests.support.StageBundle;
import org.gatewright.itests.support.Visitor;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed at moments all through an update; each start converges, and the update is there in the end. */
class UpdateKilledIT {

    private static final String PLUGIN = "org.gatewright.stages.identification";
    private static final Duration SOON = Duration.ofSeconds(30);

    /** From before the file is seen to after the switch; an update takes some 600 of them. */
    private static final List<Integer> MILLISECONDS = List.of(150, 300, 400, 500, 600, 800);

    @TempDir
    private Path folder;

    private Distribution server;

    @BeforeEach
    void start() {
        server = Distribution.unpack()
                .withAdministrator()
                .withCheapHashing()
                .with("GATEWRIGHT_PLUGINS__DRAIN", "1")
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void convergesAfterEachKill() throws Exception {
        int release = 0;
        for (int moment : MILLISECONDS) {
            String version = "2.0." + ++release;
            StageBundle.deploy(PluginCopy.write(server, PLUGIN, version, folder), server);
            LockSupport.parkNanos(Duration.ofMillis(moment).toNanos());
            server.kill();
            server.start();

            Condition.await(() -> version + " alone is active: " + running(), SOON, () -> running()
                    .equals(List.of(version + " active")));
            new Visitor(server.base())
                    .signIn("/if/flow/default-authentication-flow/", Administrator.MAIL, Administrator.PASSWORD);
            assertThat(server.command("doctor")).as("after %d ms", moment).doesNotContain("refused");
        }
    }

    private List<String> running() {
        return new Administrator(server)
                .list("plugins/?page_size=100").stream()
                        .filter(plugin -> plugin.text("pk").equals(Optional.of(PLUGIN)))
                        .filter(plugin -> plugin.text("state")
                                .filter(state -> !state.equals("gone") && !state.equals("resolved"))
                                .isPresent())
                        .map(UpdateKilledIT::inWords)
                        .toList();
    }

    private static String inWords(JsonObject plugin) {
        return plugin.text("version").orElse("") + " " + plugin.text("state").orElse("");
    }
}
