package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.ToLongFunction;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.OnePageFlow;
import org.gatewright.itests.support.SharedServer;
import org.gatewright.itests.support.Visitor;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.Test;

/** Nobody learns from the clock whether a user exists. */
class TimingIT {

    private static final int TRIES = 200;
    private static final int WARM_UP = 10;
    private static final String PAGE = "/if/flow/default-authentication-flow/";

    @Test
    void takesAsLongForAnUnknownUserAsForAWrongPassword() {
        compare("two pages", TimingIT::refusal);
    }

    @Test
    void takesAsLongWhereThePasswordIsAskedOnTheSamePage() {
        String page = OnePageFlow.create(
                SharedServer.administrator(), "one-page-timing", JsonObject.empty(), JsonObject.empty());
        compare("one page", user -> refusalOnOnePage(page, user));
    }

    private static void compare(String kind, ToLongFunction<String> refusal) {
        long[] unknown = new long[TRIES];
        long[] wrong = new long[TRIES];
        for (int i = -WARM_UP; i < TRIES; i++) {
            long first = refusal.applyAsLong("nobody" + i + "@example.org");
            long second = refusal.applyAsLong(Administrator.MAIL);
            if (i >= 0) {
                unknown[i] = first;
                wrong[i] = second;
            }
        }
        double ratio = (double) median(unknown) / median(wrong);
        System.out.printf(
                "%s: refusal of an unknown user: %.1f ms, of a wrong password: %.1f ms (medians of %d), ratio %.3f%n",
                kind, median(unknown) / 1e6, median(wrong) / 1e6, TRIES, ratio);

        assertThat(ratio).isBetween(0.8, 1.25);
    }

    private static long refusal(String user) {
        Visitor visitor = new Visitor(SharedServer.get().base());
        visitor.challenge(PAGE);
        visitor.answer(PAGE, JsonObject.of("uid_field", user));
        long begin = System.nanoTime();
        JsonObject answer = visitor.answer(PAGE, JsonObject.of("password", "wrong"));
        long end = System.nanoTime();
        assertThat(answer.text("component")).contains("ak-stage-password");
        return end - begin;
    }

    private static long refusalOnOnePage(String page, String user) {
        Visitor visitor = new Visitor(SharedServer.get().base());
        visitor.challenge(page);
        JsonObject answers = JsonObject.of("uid_field", user).with("password", "wrong");
        long begin = System.nanoTime();
        JsonObject answer = visitor.answer(page, answers);
        long end = System.nanoTime();
        assertThat(answer.has("response_errors")).isTrue();
        return end - begin;
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
