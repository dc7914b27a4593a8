package org.gatewright.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.port.configuration.StageBindingFields.InvalidResponseAction;
import org.gatewright.port.flow.CookieNames;
import org.gatewright.port.flow.FlowReply;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.stage.StageResult;
import org.junit.jupiter.api.Test;

/** Answers that are given at the same time. */
class FlowRaceTest {

    private static final String LOGIN = "/if/flow/login/";

    private final House house = new House();
    private final Browser browser = new Browser(house);

    private Entry<FlowFields> login() {
        return login(InvalidResponseAction.RETRY);
    }

    private Entry<FlowFields> login(InvalidResponseAction onRefusal) {
        Entry<FlowFields> flow = house.flow("login");
        house.step(flow, "identification", Stages.identify(house));
        house.step(flow, "password", Stages.password(), onRefusal);
        house.step(flow, "user_login", Stages.login());
        return flow;
    }

    @Test
    void a_double_submit_has_effects_once() throws Exception {
        login();
        house.user("alice");
        browser.show(LOGIN);
        browser.answer(LOGIN, "uid_field", "alice");
        CyclicBarrier barrier = new CyclicBarrier(8);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        Callable<FlowReply> submit = () -> {
            barrier.await();
            return house.engine.answer(browser.visit(LOGIN), JsonObject.of("password", "right"));
        };
        List<Future<FlowReply>> replies = pool.invokeAll(java.util.Collections.nCopies(8, submit));
        pool.shutdown();

        long cookies = 0;
        for (Future<FlowReply> reply : replies) {
            cookies += reply.get().cookies().stream()
                    .filter(change -> change.name().equals(CookieNames.SESSION))
                    .count();
        }
        assertThat(cookies).isEqualTo(1);
        assertThat(house.events.actions()).containsExactly("login");
    }

    @Test
    void guesses_at_the_same_time_count_as_one_and_tell_one_answer() throws Exception {
        login();
        house.user("alice");
        browser.show(LOGIN);
        browser.answer(LOGIN, "uid_field", "alice");
        CyclicBarrier together = new CyclicBarrier(2);
        house.catalogue.install(Kind.STAGE, "password", (org.gatewright.spi.stage.Stage) context -> {
            StageResult result = Stages.password().handle(context);
            if (context.answers().isPresent()) {
                await(together);
            }
            return result;
        });
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Future<FlowReply>> replies = pool.invokeAll(List.of(
                () -> house.engine.answer(browser.visit(LOGIN), JsonObject.of("password", "wrong one")),
                () -> house.engine.answer(browser.visit(LOGIN), JsonObject.of("password", "wrong two"))));
        pool.shutdown();

        int told = 0;
        for (Future<FlowReply> reply : replies) {
            told += reply.get().challenge().has("response_errors") ? 1 : 0;
        }
        assertThat(told).isEqualTo(1);
        assertThat(house.events.actions()).containsExactly("login_failed");
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_first_answer_counts_once_too() throws Exception {
        Entry<FlowFields> flow = house.flow("join");
        house.step(flow, "prompt", Stages.prompt("code"));
        house.step(flow, "audit", Stages.effects(new Effect.Audit("joined", JsonObject.empty())));
        browser.show("/if/flow/join/");
        CyclicBarrier barrier = new CyclicBarrier(8);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        Callable<FlowReply> submit = () -> {
            barrier.await();
            return house.engine.answer(browser.visit("/if/flow/join/"), JsonObject.of("code", "1"));
        };
        for (Future<FlowReply> reply : pool.invokeAll(java.util.Collections.nCopies(8, submit))) {
            assertThat(reply.get().status()).isEqualTo(200);
        }
        pool.shutdown();

        assertThat(house.events.actions()).containsExactly("joined");
    }
}
