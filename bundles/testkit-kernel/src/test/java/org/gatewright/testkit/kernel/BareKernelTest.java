package org.gatewright.testkit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.http.Request;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.plugin.NoSettings;
import org.gatewright.spi.plugin.PluginType;
import org.gatewright.spi.policy.Policy;
import org.gatewright.spi.policy.PolicyContext;
import org.gatewright.spi.policy.Verdict;
import org.gatewright.spi.protocol.Continuation;
import org.gatewright.spi.protocol.Ending;
import org.gatewright.spi.protocol.FlowOutcome;
import org.gatewright.spi.protocol.FlowRequest;
import org.gatewright.spi.protocol.FlowStart;
import org.gatewright.spi.protocol.Protocol;
import org.gatewright.spi.protocol.ProtocolContext;
import org.gatewright.spi.protocol.Provider;
import org.gatewright.spi.protocol.Route;
import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Range;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.Field;
import org.gatewright.spi.stage.FieldError;
import org.gatewright.spi.stage.FieldType;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageContext;
import org.gatewright.spi.stage.StageResult;
import org.gatewright.testkit.protocol.TestRequest;
import org.junit.jupiter.api.Test;

@PluginTest({
    BareKernelTest.Word.class,
    BareKernelTest.SignIn.class,
    BareKernelTest.Group.class,
    BareKernelTest.Echo.class
})
class BareKernelTest {

    /** Settings of a word. */
    public record WordSettings(
            @Default("please") String word,
            @Range(min = 1, max = 9) @Default("3") int maxTries) {}

    /** Asks for a word. */
    @PluginType(name = "word", title = "Word", settings = WordSettings.class)
    public static final class Word implements Stage {
        @Override
        public StageResult handle(StageContext context) {
            WordSettings settings = context.settings(WordSettings.class);
            Challenge page = new Challenge(
                    Challenge.PROMPT, JsonObject.empty(), List.of(Field.required("word", "Word", FieldType.TEXT)));
            if (context.failures() >= settings.maxTries()) {
                return new StageResult.Denied("Too many words.");
            }
            if (context.answers().isEmpty()) {
                return new StageResult.Ask(page);
            }
            String word = context.answers().get().text("word").orElse("");
            if (word.equals("crash")) {
                throw new IllegalStateException("the word is crash");
            }
            return word.equals(settings.word())
                    ? new StageResult.Done(JsonObject.of("word", word))
                    : new StageResult.Ask(
                            page.withError("word", new FieldError("No.", "invalid")),
                            JsonObject.empty(),
                            true,
                            List.of());
        }
    }

    /** Signs in. */
    @PluginType(name = "sign_in", title = "Sign in")
    public static final class SignIn implements Stage {
        @Override
        public StageResult handle(StageContext context) {
            return new StageResult.Done(
                    JsonObject.empty(), List.of(new Effect.StartSession(Duration.ofHours(1), false, false)));
        }
    }

    /** Settings of a group. */
    public record GroupSettings(String group) {}

    /** Passes members. */
    @PluginType(name = "group", title = "Group", settings = GroupSettings.class)
    public static final class Group implements Policy {
        @Override
        public Verdict decide(PolicyContext context) {
            return context.groups()
                            .contains(context.settings(GroupSettings.class).group())
                    ? Verdict.pass()
                    : Verdict.fail("Members only.");
        }
    }

    /** Signs in for an application. */
    @PluginType(name = "echo", title = "Echo")
    public static final class Echo implements Protocol {
        private final Directory directory;

        public Echo(Directory directory) {
            this.directory = directory;
        }

        @Override
        public List<Route> routes() {
            return List.of(new Route(Set.of("GET"), "/application/echo/{app}/", false));
        }

        @Override
        public Response handle(Request request, ProtocolContext context) {
            Optional<Provider<NoSettings>> provider =
                    context.providerOf(request.pathParameter("app"), NoSettings.class);
            if (provider.isEmpty()) {
                return new Response.Empty(404, Map.of());
            }
            return context.session()
                    .map(session -> (Response) new Response.Json(
                            200,
                            JsonObject.of(
                                    "user",
                                    directory.user(session.user()).orElseThrow().username())))
                    .orElseGet(() -> start(context, provider.get()));
        }

        private static Response start(ProtocolContext context, Provider<?> provider) {
            FlowStart start = context.begin(new FlowRequest(
                    "sign-in",
                    Optional.of(provider),
                    JsonObject.empty(),
                    new Continuation("in", JsonObject.empty()),
                    true));
            return start instanceof FlowStart.Page page
                    ? new Response.Redirect(page.uri())
                    : new Response.Empty(400, Map.of());
        }

        @Override
        public Ending resume(Continuation continuation, FlowOutcome outcome, ProtocolContext context) {
            return new Ending.Redirect(URI.create("https://app.example.org/"));
        }
    }

    @Test
    void runsAFlowToItsEnd(BareKernel kernel) {
        User alice = kernel.user("alice", JsonObject.empty());
        TestFlow flow = kernel.flow("login")
                .about(alice)
                .step(kernel.stage("word", "{}"))
                .step(kernel.stage("sign_in", "{}"));
        Visitor visitor = kernel.visitor();

        assertThat(visitor.open(flow).fields()).containsExactly("word");
        assertThat(visitor.answer(flow, "{\"word\": \"now\"}").errors("word")).containsExactly("No.");
        assertThat(visitor.user()).isEmpty();
        assertThat(visitor.answer(flow, "{\"word\": \"please\"}").isOver()).isTrue();
        assertThat(visitor.user()).contains(alice.id());
        assertThat(flow.facts().orElseThrow().text("word")).contains("please");
    }

    @Test
    void countsFailuresLikeTheServer(BareKernel kernel) {
        TestFlow flow = kernel.flow("login").step(kernel.stage("word", "{\"max_tries\": 1}"));
        Visitor visitor = kernel.visitor();
        visitor.open(flow);
        visitor.answer(flow, "{\"word\": \"now\"}");
        assertThat(visitor.answer(flow, "{\"word\": \"please\"}").refusal()).isEqualTo("Too many words.");
        assertThat(flow.facts()).isEmpty();
    }

    @Test
    void refusesSettingsAsTheServerDoes(BareKernel kernel) {
        assertThatThrownBy(() -> kernel.stage("word", "{\"max_tries\": 10}"))
                .isInstanceOfSatisfying(RefusedSettings.class, refused -> assertThat(refused.fields())
                        .containsOnlyKeys("max_tries"));
    }

    @Test
    void asksPolicies(BareKernel kernel) {
        User alice = kernel.user("alice", JsonObject.empty());
        kernel.member(alice, "staff");
        User bob = kernel.user("bob", JsonObject.empty());
        Instance staff = kernel.policy("group", "{\"group\": \"staff\"}");
        assertThat(kernel.decide(staff, Optional.of(alice)).passes()).isTrue();
        assertThat(kernel.decide(staff, Optional.of(bob)).messages()).containsExactly("Members only.");

        TestFlow flow = kernel.flow("staff").policy(staff).step(kernel.stage("word", "{}"));
        assertThat(kernel.visitor().signedIn(bob).open(flow).refusal()).isEqualTo("Members only.");
        assertThat(kernel.visitor().signedIn(alice).open(flow).fields()).containsExactly("word");
    }

    @Test
    void skipsAStepThatItsPolicyRefuses(BareKernel kernel) {
        Instance staff = kernel.policy("group", "{\"group\": \"staff\"}");
        TestFlow flow = kernel.flow("login").step(kernel.stage("word", "{}")).policy(staff);
        assertThat(kernel.visitor().open(flow).isOver()).isTrue();
    }

    @Test
    void callsAProtocolAndRunsItsFlow(BareKernel kernel) {
        User alice = kernel.user("alice", JsonObject.empty());
        kernel.provider("echo", "shop", "{}");
        kernel.flow("sign-in")
                .about(alice)
                .step(kernel.stage("word", "{}"))
                .step(kernel.stage("sign_in", "{}"))
                .complete();
        Visitor visitor = kernel.visitor();

        Response first = visitor.request(TestRequest.get("/application/echo/shop/"));
        assertThat(first).isInstanceOf(Response.Redirect.class);
        assertThat(visitor.follow(((Response.Redirect) first).to()).fields()).containsExactly("word");
        assertThat(visitor.request(TestRequest.get("/application/echo/other/")))
                .isEqualTo(new Response.Empty(404, Map.of()));
        assertThat(visitor.request(TestRequest.post("/application/echo/shop/")))
                .isEqualTo(new Response.Empty(405, Map.of()));
        assertThat(kernel.visitor().signedIn(alice).request(TestRequest.get("/application/echo/shop/")))
                .isEqualTo(new Response.Json(200, JsonObject.of("user", "alice")));
    }

    @Test
    void showsThePageOfAStepThatFailedAndTellsWhy(BareKernel kernel) {
        TestFlow flow = kernel.flow("login").step(kernel.stage("word", "{}"));
        Visitor visitor = kernel.visitor();
        visitor.open(flow);
        assertThat(visitor.answer(flow, "{\"word\": \"crash\"}").status()).isEqualTo(503);
        assertThat(kernel.unseenFailures()).hasSize(1);
        assertThat(kernel.failures()).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessage("the word is crash"));
        assertThat(kernel.unseenFailures()).isEmpty();
    }

    @Test
    void isAsUnavailableAsTheServerWithoutThePlugin(BareKernel kernel) {
        TestFlow flow = kernel.flow("login").step(kernel.stage("word", "{}"));
        kernel.uninstall(Kind.STAGE, "word");
        assertThat(kernel.visitor().open(flow).status()).isEqualTo(503);
        kernel.install(Word.class);
        assertThat(kernel.visitor().open(flow).fields()).containsExactly("word");
    }

    @Test
    void saysWhatItCannotInstall(BareKernel kernel) {
        assertThatThrownBy(() -> kernel.install(String.class)).hasMessageContaining("is not annotated");
    }
}
