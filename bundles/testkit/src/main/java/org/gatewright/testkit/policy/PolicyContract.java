package org.gatewright.testkit.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.policy.Policy;
import org.gatewright.spi.policy.Verdict;
import org.gatewright.spi.stage.FactNames;
import org.gatewright.testkit.directory.TestUsers;
import org.gatewright.testkit.settings.EarlierSettings;
import org.gatewright.testkit.settings.MigrationCheck;
import org.gatewright.testkit.stage.HostileAnswers;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Policy} must do. Extend it in the policy's own test.
 *
 * @since 1.0
 */
public abstract class PolicyContract {

    private static final String SECRET = "Kq7-a-secret-that-leaks-9Zx";
    private static final int TIMES = 64;

    /** Returns the policy. */
    protected abstract Policy policy();

    /** Returns a question, with settings, that the policy refuses. */
    protected abstract FakePolicyContext refused();

    /** Returns a question, with settings, that the policy lets pass. */
    protected abstract FakePolicyContext passing();

    /** Returns the names of the facts that the policy looks at. */
    protected List<String> facts() {
        return List.of();
    }

    /** Returns settings as earlier versions of the plug-in stored them, some of each schema version before that of the record. */
    protected List<EarlierSettings> earlierSettings() {
        return List.of();
    }

    @Test
    void bringsEarlierSettingsToItsShape() {
        MigrationCheck.of(policy().getClass(), earlierSettings());
    }

    @Test
    void letsPassWhatMayPass() {
        assertThat(policy().decide(passing()).passes()).isTrue();
    }

    @Test
    void refusesWithASentence() {
        Verdict verdict = policy().decide(refused());
        assertThat(verdict.passes()).isFalse();
        assertThat(verdict.messages()).isNotEmpty().noneMatch(String::isBlank);
    }

    @Test
    void decidesTheSameEachTime() {
        for (FakePolicyContext question : List.of(passing(), refused())) {
            assertThat(policy().decide(question)).isEqualTo(policy().decide(question));
        }
    }

    @Test
    void decidesTheSameForManyAtOnce() {
        Policy policy = policy();
        List<FakePolicyContext> questions = List.of(passing(), refused());
        assertThat(IntStream.range(0, TIMES)
                        .parallel()
                        .allMatch(number ->
                                policy.decide(questions.get(number % 2)).passes() == (number % 2 == 0)))
                .isTrue();
    }

    @Test
    void decidesAboutAnybodyAndNobody() {
        everybody().forEach(question -> assertThat(policy().decide(question)).isNotNull());
    }

    @Test
    void survivesFactsThatNoStageWrites() {
        List<String> names = Stream.concat(facts().stream(), Stream.of(FactNames.PENDING_USER, FactNames.PROMPT_DATA))
                .toList();
        for (JsonObject facts : HostileAnswers.to(names)) {
            assertThat(policy().decide(told(facts))).as("%s", facts).isNotNull();
        }
    }

    @Test
    void tellsNobodyASecret() {
        JsonObject secrets = JsonObject.of("password", SECRET);
        Verdict verdict = policy().decide(refused().fact(FactNames.SECRET_DATA, secrets));
        assertThat(verdict.messages()).noneMatch(message -> message.contains(SECRET));
        assertThat(verdict.explanation().members().toString()).doesNotContain(SECRET);
    }

    private FakePolicyContext told(JsonObject facts) {
        FakePolicyContext question = passing();
        for (var fact : facts.members().entrySet()) {
            question = question.fact(fact.getKey(), fact.getValue());
        }
        return question;
    }

    /** With and without a user, a client and an application, at the ends of time. */
    private Stream<FakePolicyContext> everybody() {
        return Stream.of(passing(), refused())
                .flatMap(question -> Stream.of(
                        question,
                        question.user(TestUsers.active("alice")),
                        question.user(TestUsers.inactive("bob"), "staff", "staff"),
                        question.application("app").from("2001:db8::1"),
                        question.from("not an address"),
                        question.at(Instant.EPOCH),
                        question.at(Instant.parse("1900-01-01T00:00:00Z")),
                        question.at(Instant.parse("9999-12-31T23:59:59Z"))));
    }
}
