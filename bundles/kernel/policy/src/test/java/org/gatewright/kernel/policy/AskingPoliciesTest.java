package org.gatewright.kernel.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatewright.kernel.policy.FixedConfiguration.TARGET;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatewright.kernel.policy.FixedConfiguration.Terms;
import org.gatewright.port.configuration.EngineMode;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.policy.Decision;
import org.gatewright.port.policy.PolicyQuestion;
import org.gatewright.port.policy.UserAuthenticators;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserType;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.policy.Policy;
import org.gatewright.spi.policy.Verdict;
import org.gatewright.testkit.port.FakeCatalogue;
import org.gatewright.testkit.port.FakePluginDocuments;
import org.gatewright.testkit.port.InMemoryDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a policy may ask while it decides: other policies, and what the user has set up. */
class AskingPoliciesTest {

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final FakeCatalogue catalogue = new FakeCatalogue();
    private final FixedConfiguration configuration = new FixedConfiguration();
    private final KnownAuthenticators authenticators = new KnownAuthenticators();
    private final FakePluginDocuments documents = new FakePluginDocuments(database.documents(), Clock.systemUTC());
    private final BoundPolicies engine = new BoundPolicies(
            database.groups(),
            new Voters(8, 2),
            threads -> new PolicyVote(new Inquiry.Sources(catalogue, documents, authenticators), threads),
            Clock.systemUTC());
    private final User user = database.users()
            .add(
                    UUID.randomUUID(),
                    new UserFields("ann", "Ann", "", true, UserType.INTERNAL, "users", JsonObject.empty(), List.of()),
                    Instant.EPOCH);

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aPolicyAsksAnotherOneOnceAndHearsWhatItSays() {
        AtomicInteger times = new AtomicInteger();
        install("counted", context -> {
            times.incrementAndGet();
            return Verdict.fail("Counted.");
        });
        install("asking", context -> {
            context.ask("counted");
            Verdict verdict = context.ask("counted");
            return new Verdict(!verdict.passes(), List.of(), verdict.explanation());
        });
        configuration.policy("asking", Terms.USUAL).unbound("counted");
        Decision decision = decide(EngineMode.ANY, Optional.of(user));
        assertThat(decision.passes()).isTrue();
        assertThat(times).hasValue(1);
        JsonObject said = vote(decision, 0).object("explanation").orElseThrow();
        assertThat(said.text("policy")).contains("counted");
        assertThat(said.text("outcome")).contains("fail");
        assertThat(said.text("version")).contains("1.0.0");
        assertThat(catalogue.openLeases()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "asking | The policy “asking” asks for itself.",
                "nothing | There is no policy “nothing”.",
                "broken | The plug-in broken failed."
            })
    void aPolicyThatCannotBeAskedForIsAFailure(String name, String reason) {
        install("broken", context -> {
            throw new IllegalStateException("broken");
        });
        install("asking", context -> context.ask(name));
        configuration.policy("asking", Terms.NEGATED).unbound("broken");
        Decision decision = decide(EngineMode.ANY, Optional.of(user));
        assertThat(decision.passes()).isFalse();
        assertThat(vote(decision, 0).text("outcome")).contains("error");
        assertThat(vote(decision, 0).text("reason")).contains(reason);
        assertThat(catalogue.openLeases()).isZero();
    }

    @Test
    void policiesDoNotAskForEachOtherWithoutEnd() {
        for (int i = 0; i < 10; i++) {
            String next = "p" + (i + 1);
            install("p" + i, context -> context.ask(next));
            configuration.unbound("p" + i);
        }
        install("first", context -> context.ask("p0"));
        configuration.policy("first", Terms.USUAL);
        assertThat(vote(decide(EngineMode.ANY, Optional.of(user)), 0).text("reason"))
                .contains("Policies ask for each other too deeply.");
    }

    @Test
    void knowsWhatTheUserHasSetUpAsLongAsSomebodyKnows() {
        install("totp", context -> context.authenticators().contains("totp") ? Verdict.pass() : Verdict.fail("No."));
        configuration.policy("totp", Terms.USUAL);
        assertThat(decide(EngineMode.ANY, Optional.of(user)).passes()).isFalse();
        UserAuthenticators known = id -> id.equals(user.id()) ? Set.of("totp") : Set.of();
        authenticators.bind(known);
        assertThat(decide(EngineMode.ANY, Optional.of(user)).passes()).isTrue();
        assertThat(decide(EngineMode.ANY, Optional.empty()).passes()).isFalse();
        authenticators.unbind(known);
        assertThat(decide(EngineMode.ANY, Optional.of(user)).passes()).isFalse();
    }

    private Decision decide(EngineMode mode, Optional<User> about) {
        return engine.decide(
                configuration,
                TARGET,
                mode,
                new PolicyQuestion(about, Optional.empty(), Optional.empty(), JsonObject.empty()));
    }

    private static JsonObject vote(Decision decision, int index) {
        return decision.explanation().objects("votes").get(index);
    }

    private void install(String type, Policy policy) {
        catalogue.install(Kind.POLICY, type, policy);
    }
}
