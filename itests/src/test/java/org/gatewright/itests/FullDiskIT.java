package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Condition;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.SmallDisk;
import org.gatewright.itests.support.Visitor;
import org.gatewright.json.JsonText;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A full disk refuses what would be written, in words, and takes nothing with it. */
class FullDiskIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Distribution server;
    private Optional<SmallDisk> disk = Optional.empty();

    @BeforeEach
    void unpack() {
        server = Distribution.unpack().withAdministrator().withCheapHashing();
        disk = SmallDisk.over(server.folder().resolve("data"), 256);
        assumeTrue(disk.isPresent(), "this user may not mount a file system that can be filled");
    }

    @AfterEach
    void close() {
        server.close();
        disk.ifPresent(SmallDisk::close);
    }

    @Test
    void losesNothingAndGoesOnWhenThereIsSpace() {
        server.start();
        Administrator administrator = new Administrator(server);
        disk.orElseThrow().fill();

        List<String> stored = new ArrayList<>();
        HttpResponse<String> refusal = addUntilRefused(administrator, stored);
        assertThat(refusal.statusCode()).as(refusal.body()).isEqualTo(503);
        assertThat(JsonText.read(refusal.body()).text("detail"))
                .as(refusal.body())
                .isPresent();
        Condition.await(
                () -> "it says that the disk is full: " + server.readiness() + server.output(),
                PATIENCE,
                () -> server.ready() == 503 && server.readiness().contains("The disk is full. Make space"));
        assertThat(server.output()).contains("The disk is full. Make space");

        disk.orElseThrow().makeSpace();
        Condition.await(() -> "it works again: " + server.readiness(), PATIENCE, () -> server.ready() == 200);
        addsTheRefused(administrator, stored);
        expect(administrator, stored);

        server.kill();
        server.start();
        expect(administrator, stored);
    }

    private static HttpResponse<String> addUntilRefused(Administrator administrator, List<String> stored) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            HttpResponse<String> answer = add(administrator, name(stored.size()));
            if (answer.statusCode() != 201) {
                return answer;
            }
            stored.add(name(stored.size()));
        }
        throw new AssertionError("a full disk took " + stored.size() + " users");
    }

    private static void addsTheRefused(Administrator administrator, List<String> stored) {
        HttpResponse<String> answer = add(administrator, name(stored.size()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        stored.add(name(stored.size()));
    }

    private void expect(Administrator administrator, List<String> stored) {
        for (String name : stored) {
            assertThat(administrator.list("core/users/?username=" + name))
                    .as(name)
                    .hasSize(1);
        }
        new Visitor(server.base())
                .signIn("/if/flow/default-authentication-flow/", Administrator.MAIL, Administrator.PASSWORD);
    }

    private static HttpResponse<String> add(Administrator administrator, String name) {
        return administrator.send("POST", "core/users/", JsonObject.of(Map.of("username", name, "name", name)));
    }

    private static String name(int number) {
        return "kept" + number;
    }
}
