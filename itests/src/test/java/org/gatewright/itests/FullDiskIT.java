package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Condition;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.Settlers;
import org.gatewright.itests.support.SmallDisk;
import org.gatewright.itests.support.Visitor;
import org.gatewright.json.JsonText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A full disk refuses what would be written, in words, and takes nothing with it. */
class FullDiskIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int SOME = 40;

    private Distribution server;
    private SmallDisk disk;

    @BeforeEach
    void unpack() {
        assumeTrue(SmallDisk.isPossible(), "this kernel allows no namespaces, so no file system that can be filled");
        server = Distribution.unpack().withAdministrator().withCheapHashing();
        disk = SmallDisk.over(server.folder().resolve("data"), 256);
        server.startedBy(disk.entrance());
    }

    @AfterEach
    void close() {
        server.close();
        disk.close();
    }

    @Test
    void losesNothingAndGoesOnWhenThereIsSpace() {
        server.start();
        Settlers settlers = new Settlers(server);
        settlers.addUntilRefused(SOME, disk::fill);
        settlers.refusals().forEach(FullDiskIT::saysThatItWasNotStored);
        Condition.await(
                () -> "it says that the disk is full: " + server.readiness() + server.output(),
                PATIENCE,
                () -> server.ready() == 503 && server.readiness().contains("The disk is full. Make space"));
        assertThat(server.output()).contains("The disk is full. Make space");

        disk.makeSpace();
        Condition.await(() -> "it works again: " + server.readiness(), PATIENCE, () -> server.ready() == 200);
        settlers.addTheRefused();
        settlers.assertThatAllAreThere();

        server.kill();
        server.start();
        settlers.assertThatAllAreThere();
        new Visitor(server.base())
                .signIn("/if/flow/default-authentication-flow/", Administrator.MAIL, Administrator.PASSWORD);
    }

    private static void saysThatItWasNotStored(HttpResponse<String> refusal) {
        assertThat(refusal.statusCode()).as(refusal.body()).isEqualTo(503);
        assertThat(JsonText.read(refusal.body()).text("detail"))
                .as(refusal.body())
                .isPresent();
    }
}
