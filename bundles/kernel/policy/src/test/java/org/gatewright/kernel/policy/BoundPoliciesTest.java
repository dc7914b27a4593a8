package org.gatewright.kernel.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.gatewright.kernel.policy.FixedConfiguration.TARGET;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.gatewright.kernel.policy.FixedConfiguration.Terms;
import org.gatewright.port.configuration.EngineMode;
import org.gatewright.port.directory.GroupFields;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.policy.Decision;
import org.gatewright.port.policy.PolicyQuestion;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserType;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.policy.Policy;
import org.gatewright.spi.policy.PolicyContext;
import org.gatewright.spi.policy.Verdict;
import org.gatewright.spi.store.DocumentCollection;
import org.gatewright.spi.store.DocumentDraft;
import org.gatewright.testkit.port.FakeCatalogue;
import org.gatewright.testkit.port.FakePluginDocuments;
import org.gatewright.testkit.port.InMemoryDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundPoliciesTest {

    private static final DocumentCollection WORDS = DocumentCollection.named("words");

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final FakeCatalogue catalogue = new FakeCatalogue();
    private final FixedConfiguration configuration = new FixedConfiguration();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Voters voters = new Voters(8, 2);
    private final FakePluginDocuments documents = new FakePluginDocuments(database.documents(), Clock.systemUTC());
    private final KnownAuthenticators authenticators = new KnownAuthenticators();
    private final BoundPolicies engine = new BoundPolicies(
            database.groups(),
            voters,
            threads -> new PolicyVote(new Inquiry.Sources(catalogue, documents, authenticators), threads),
            Clock.systemUTC());
    private User user;
    private UUID staff;
    private UUID parent;

    @BeforeEach
    void directory() {
        parent = group("all", List.of());
        staff = group("staff", List.of(parent));
        user = database.users()
                .add(
                        UUID.randomUUID(),
                        new UserFields(
                                "ann", "Ann", "", true, UserType.INTERNAL, "users", JsonObject.empty(), List.of(staff)),
                        Instant.EPOCH);
        install("yes", context -> Verdict.pass());
        install("no", context -> Verdict.fail("No."));
        install("broken", context -> {
            throw new IllegalStateException("broken");
        });
        install("nothing", context -> null);
        install("hanging", this::hang);
    }

    @AfterEach
    void close() {
        end.countDown();
        engine.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ANY, '', true",
        "ALL, '', true",
        "ANY, yes, true",
        "ANY, no, false",
        "ANY, no yes, true",
        "ALL, no yes, false",
        "ALL, yes yes, true",
        "ANY, no no, false",
        "ANY, broken, false",
        "ALL, yes broken, false",
        "ANY, nothing, false",
        "ANY, absent, false",
        "ANY, absent yes, true",
        "ALL, absent yes, false"
    })
    void votesMakeOneDecision(EngineMode mode, String policies, boolean passes) {
        for (String type : policies.isEmpty() ? new String[0] : policies.split(" ")) {
            configuration.policy(type, Terms.USUAL);
        }
        Decision decision = decide(mode, Optional.of(user));
        assertThat(decision.passes()).isEqualTo(passes);
        assertThat(decision.explanation().bool("passes")).contains(passes);
        assertThat(catalogue.openLeases()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"yes, false", "no, true", "broken, false", "absent, false"})
    void aNegatedPolicyVotesTheOtherWayButItsFailureStaysARefusal(String type, boolean passes) {
        configuration.policy(type, Terms.NEGATED);
        assertThat(decide(EngineMode.ANY, Optional.of(user)).passes()).isEqualTo(passes);
    }

    @Test
    void readsItsOwnDocumentsAsTheTransactionOfTheAskerSeesThem() {
        install(
                "word",
                context -> context.documents().find(WORDS, "k").isPresent() ? Verdict.pass() : Verdict.fail("No."));
        configuration.policy("word", Terms.USUAL);
        documents.of("test.other").put(WORDS, DocumentDraft.adding("k", JsonObject.empty()));
        assertThat(decide(EngineMode.ANY, Optional.of(user)).passes()).isFalse();

        boolean inside = database.transactions().call(() -> {
            documents.of("test.word").put(WORDS, DocumentDraft.adding("k", JsonObject.empty()));
            return decide(EngineMode.ANY, Optional.of(user)).passes();
        });
        assertThat(inside).isTrue();
    }

    @Test
    void readsNothingAfterItsVote() throws Exception {
        AtomicReference<PolicyContext> kept = new AtomicReference<>();
        install("keeper", context -> {
            kept.set(context);
            return Verdict.pass();
        });
        configuration.policy("keeper", Terms.USUAL);
        assertThat(decide(EngineMode.ANY, Optional.of(user)).passes()).isTrue();

        assertThatIllegalStateException()
                .isThrownBy(() -> kept.get().documents().find(WORDS, "k"))
                .withMessageContaining("during the call only");
    }

    @Test
    void votesItsFailureIfItsDocumentsCannotBeRead() {
        install("word", context -> {
            database.available(false);
            context.documents().find(WORDS, "k");
            return Verdict.pass();
        });
        configuration.policy("word", Terms.USUAL);

        assertThat(decide(EngineMode.ANY, Optional.of(user)).passes()).isFalse();
        database.available(true);
    }

    @ParameterizedTest
    @CsvSource({"broken", "absent", "hanging"})
    void aFailureCountsAsItsBindingSays(String type) {
        configuration.policy(type, Terms.PASS_ON_FAILURE);
        assertThat(decide(EngineMode.ANY, Optional.of(user)).passes()).isTrue();
    }

    @Test
    void groupsAndUsersAreOneVote() {
        configuration
                .group(UUID.randomUUID(), Terms.USUAL)
                .group(parent, Terms.USUAL)
                .policy("yes", Terms.USUAL);
        Decision member = decide(EngineMode.ALL, Optional.of(user));
        assertThat(member.passes()).isTrue();
        assertThat(member.explanation().objects("votes")).hasSize(2);
        assertThat(decide(EngineMode.ALL, Optional.empty()).passes()).isFalse();
    }

    @Test
    void aUserIsBoundByNumber() {
        configuration.user(user.pk() + 1, Terms.USUAL);
        assertThat(decide(EngineMode.ANY, Optional.of(user)).passes()).isFalse();
        configuration.user(user.pk(), Terms.USUAL);
        assertThat(decide(EngineMode.ANY, Optional.of(user)).passes()).isTrue();
    }

    @Test
    void aNegatedGroupKeepsItsMembersAndStrangersOut() {
        configuration.group(staff, Terms.NEGATED);
        assertThat(decide(EngineMode.ANY, Optional.of(user)).passes()).isFalse();
        assertThat(decide(EngineMode.ANY, Optional.empty()).passes()).isFalse();
    }

    @Test
    void aPolicyThatIsGoneVotesItsFailureResult() {
        configuration.dangling(Terms.USUAL);
        Decision decision = decide(EngineMode.ANY, Optional.of(user));
        assertThat(decision.passes()).isFalse();
        assertThat(vote(decision, 0).text("outcome")).contains("missing");
    }

    @Test
    void aPolicyThatHangsIsLeftBehindInterruptedAndItsLeaseGivenBackWhenItEnds() throws Exception {
        configuration.policy("hanging", Terms.SHORT);
        Decision decision = decide(EngineMode.ANY, Optional.of(user));
        assertThat(decision.passes()).isFalse();
        assertThat(vote(decision, 0).text("outcome")).contains("timeout");
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (catalogue.openLeases() > 0) {
            assertThat(System.nanoTime()).isLessThan(limit);
            Thread.onSpinWait();
        }
    }

    @Test
    void noTypeTakesMoreThanItsShareOfTheThreads() throws Exception {
        CountDownLatch inside = new CountDownLatch(2);
        install("slow", context -> {
            inside.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Verdict.pass();
        });
        configuration.policy("slow", Terms.USUAL);
        ExecutorService visitors = Executors.newFixedThreadPool(2);
        Future<Decision> one = visitors.submit(() -> decide(EngineMode.ANY, Optional.of(user)));
        Future<Decision> two = visitors.submit(() -> decide(EngineMode.ANY, Optional.of(user)));
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(vote(decide(EngineMode.ANY, Optional.of(user)), 0).text("outcome"))
                .contains("busy");
        end.countDown();
        assertThat(one.get(20, TimeUnit.SECONDS).passes()).isTrue();
        assertThat(two.get(20, TimeUnit.SECONDS).passes()).isTrue();
        visitors.shutdown();
    }

    @Test
    void theExplanationTellsEachVote() {
        configuration.policy("no", Terms.USUAL).policy("yes", Terms.USUAL).policy("yes", Terms.USUAL);
        Decision decision = decide(EngineMode.ANY, Optional.of(user));
        JsonObject first = vote(decision, 0);
        assertThat(first.text("type")).contains("no");
        assertThat(first.text("version")).contains("1.0.0");
        assertThat(first.text("outcome")).contains("fail");
        assertThat(first.integer("milliseconds")).isPresent();
        assertThat(first.texts("messages")).containsExactly("No.");
        assertThat(vote(decision, 2).text("outcome")).contains("not asked");
        assertThat(decision.messages()).isEmpty();
    }

    @Test
    void aRefusalTellsTheUserWhy() {
        configuration.policy("no", Terms.USUAL).policy("no", Terms.USUAL);
        assertThat(decide(EngineMode.ANY, Optional.of(user)).messages()).containsExactly("No.");
    }

    @Test
    void aPolicyKnowsTheUserAndAllTheirGroups() {
        AtomicReference<List<String>> seen = new AtomicReference<>();
        install("curious", context -> {
            seen.set(context.groups());
            return context.user().equals(Optional.of(user)) ? Verdict.pass() : Verdict.fail("stranger");
        });
        configuration.policy("curious", Terms.USUAL);
        assertThat(decide(EngineMode.ANY, Optional.of(user)).passes()).isTrue();
        assertThat(seen.get()).containsExactly("all", "staff");
    }

    @Test
    void aPolicyIsTriedAsIfItWereBound() {
        configuration.unbound("no").unbound("broken");
        PolicyQuestion question =
                new PolicyQuestion(Optional.of(user), Optional.empty(), Optional.empty(), JsonObject.empty());
        Decision no = engine.test(configuration, configuration.id("no"), question);
        assertThat(no.passes()).isFalse();
        assertThat(no.messages()).containsExactly("No.");
        assertThat(no.explanation().text("type")).contains("no");
        assertThat(no.explanation().has("binding")).isFalse();
        Decision broken = engine.test(configuration, configuration.id("broken"), question);
        assertThat(broken.passes()).isFalse();
        assertThat(broken.explanation().text("reason")).contains("The plug-in broken failed.");
    }

    private Verdict hang(PolicyContext context) {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Verdict.pass();
    }

    private Decision decide(EngineMode mode, Optional<User> about) {
        return engine.decide(
                configuration,
                TARGET,
                mode,
                new PolicyQuestion(about, Optional.empty(), Optional.empty(), JsonObject.empty()));
    }

    @Test
    void tellsTheCatalogueWhomTheQuestionIsAbout() {
        configuration.policy("yes", Terms.USUAL);

        engine.decide(
                configuration,
                TARGET,
                EngineMode.ANY,
                new PolicyQuestion(Optional.of(user), Optional.of("shop"), Optional.empty(), JsonObject.empty()));

        assertThat(catalogue.occasions()).singleElement().satisfies(occasion -> {
            assertThat(occasion.application()).hasValue("shop");
            assertThat(occasion.user()).hasValue("ann");
            assertThat(occasion.groups()).containsExactly("all", "staff");
            assertThat(occasion.brand()).isEmpty();
            assertThat(occasion.flow()).isEmpty();
        });
    }

    private static JsonObject vote(Decision decision, int index) {
        return decision.explanation().objects("votes").get(index);
    }

    private void install(String type, Policy policy) {
        catalogue.install(Kind.POLICY, type, policy);
    }

    private UUID group(String name, List<UUID> parents) {
        UUID id = UUID.randomUUID();
        database.groups().add(id, new GroupFields(name, false, parents, List.of(), JsonObject.empty()));
        return id;
    }
}
