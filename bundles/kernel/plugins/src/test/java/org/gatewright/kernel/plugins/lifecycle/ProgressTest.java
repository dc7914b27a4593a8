package org.gatewright.kernel.plugins.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.plugins.PluginOperations.Operation;
import org.gatewright.port.plugins.PluginOperations.State;
import org.gatewright.port.plugins.PluginOperations.Step;
import org.gatewright.spi.error.GatewrightException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of plug-ins are followed step by step. */
class ProgressTest {

    private static final String ECHO = "org.example.echo";
    private static final UUID MINE = new UUID(1, 2);

    private final List<String> heard = new ArrayList<>();
    private Workshop shop;

    @BeforeEach
    void open() throws Exception {
        shop = new Workshop();
    }

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    private void install(String version) {
        shop.lifecycle().install(Actor.system(), Workshop.plugin(ECHO, version, Map.of()));
    }

    private Operation newest() {
        return shop.progress().recent().get(0);
    }

    @Test
    void tellsEachStepWhenItIsReached() {
        shop.progress().as(MINE, heard::add, () -> {
            install("1.0.0");
            return true;
        });

        assertThat(heard).containsExactly("read", "kept", "running", "tried", "decided", "switched");
        assertThat(newest().id()).isEqualTo(MINE);
        assertThat(newest().action()).isEqualTo("install");
        assertThat(newest().plugin()).isEqualTo(ECHO + " 1.0.0");
        assertThat(newest().state()).isEqualTo(State.DONE);
        assertThat(newest().steps()).extracting(Step::name).endsWith("decided", "switched");
    }

    @Test
    void saysWhyAChangeIsRefusedAndWhereItStopped() {
        install("1.0.0");
        assertThatThrownBy(() -> shop.lifecycle().rollback(Actor.system(), ECHO))
                .isInstanceOf(GatewrightException.class);

        assertThat(newest().state()).isEqualTo(State.REFUSED);
        assertThat(newest().reason()).isEqualTo("There is no version of " + ECHO + " to go back to.");
        assertThat(newest().ended()).isPresent();
        assertThat(newest().steps()).isEmpty();
    }

    @Test
    void aChangeWaitsWhileAnotherOneIsMade() throws Exception {
        CompletableFuture<Void> second = new CompletableFuture<>();
        shop.progress()
                .as(
                        MINE,
                        step -> {
                            if (step.equals("kept")) {
                                new Thread(() -> {
                                            install("1.1.0");
                                            second.complete(null);
                                        })
                                        .start();
                                shop.eventually(() -> newest().state() == State.WAITING);
                            }
                        },
                        () -> {
                            install("1.0.0");
                            return true;
                        });
        second.get();

        assertThat(shop.progress().recent()).extracting(Operation::state).containsExactly(State.DONE, State.DONE);
    }

    @Test
    void whoCannotBeToldStopsNothing() {
        shop.progress()
                .as(
                        MINE,
                        step -> {
                            throw new IllegalStateException("the console is closed");
                        },
                        () -> {
                            install("1.0.0");
                            return true;
                        });
        assertThat(shop.active()).contains("1.0.0");
    }

    @Test
    void twoChangesDoNotGoByTheSameId() {
        Progress progress = shop.progress();
        progress.as(
                MINE,
                step -> {},
                () -> progress.of("install", ECHO, () -> {
                    assertThatThrownBy(() -> CompletableFuture.supplyAsync(() -> progress.as(
                                            MINE, step -> {}, () -> progress.of("update", "other", () -> true)))
                                    .join())
                            .hasRootCauseMessage("Another change goes by this id, and is being made.");
                    return true;
                }));
        assertThat(newest().action()).isEqualTo("install");
        assertThat(newest().state()).isEqualTo(State.DONE);
    }

    @Test
    void forgetsAllButTheLast() {
        Progress progress = shop.progress();
        for (int i = 0; i < 200; i++) {
            progress.of("install", ECHO, () -> true);
        }
        assertThat(progress.recent()).hasSizeLessThanOrEqualTo(51).allMatch(one -> one.state() == State.DONE);
    }
}
