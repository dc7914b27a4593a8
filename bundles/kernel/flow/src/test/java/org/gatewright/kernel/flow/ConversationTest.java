package org.gatewright.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.outpost.Conversation;
import org.gatewright.port.outpost.OutpostDispatcher.Wanted;
import org.gatewright.port.outpost.Peer;
import org.gatewright.port.outpost.Wire;
import org.gatewright.port.plugins.TypeVersion;
import org.gatewright.port.plugins.VersionState;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.outpost.Endpoint;
import org.gatewright.spi.outpost.Farewell;
import org.gatewright.spi.outpost.Outpost;
import org.gatewright.spi.outpost.OutpostContext;
import org.gatewright.spi.outpost.SignIn;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.plugin.NoSettings;
import org.gatewright.spi.protocol.Provider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages of connections to outposts, and who is signed in on them. */
class ConversationTest {

    private static final Peer PEER = new Peer("192.0.2.1", "chat", "::1", 1, false);

    private final House house = new House();
    private final Talk talk = new Talk();
    private User alice;
    private Conversation conversation;

    @BeforeEach
    void begin() {
        house.catalogue.install(Kind.OUTPOST, "chat", new Chat());
        alice = house.user("alice");
        house.provider("chat", "app");
        Entry<FlowFields> flow = house.flow("default-authentication-flow");
        house.step(flow, "identification", Stages.identify(house));
        house.step(flow, "password", Stages.password());
        house.step(flow, "user_login", Stages.login());
        conversation = house.outposts.begin("chat", PEER);
    }

    @Test
    void outpostsSayWhatTheyListenOn() {
        assertThat(house.outposts.wanted()).containsExactly(new Wanted("chat", new Endpoint("chat", false)));
    }

    @Test
    void signsInByTheFlowAndHoldsTheSession() {
        assertThat(say("in alice right")).isEqualTo("Done");
        assertThat(say("who")).isEqualTo("alice");
        assertThat(house.sessions.ofUser(alice.id())).hasSize(1);
        conversation.close();
        assertThat(house.sessions.ofUser(alice.id())).isEmpty();
    }

    @Test
    void keepsNoRowOfTheFlow() {
        say("in alice wrong");
        say("in alice right");
        assertThat(house.events.recorded()).extracting(event -> event.action()).contains("login_failed", "login");
    }

    @Test
    void whatIsWrongOrMissingRefuses() {
        assertThat(say("in alice wrong")).isEqualTo("Refused");
        assertThat(say("in nobody right")).isEqualTo("Refused");
        assertThat(say("in alice")).isEqualTo("Refused");
        assertThat(say("who")).isEqualTo("nobody");
    }

    @Test
    void aNewSignInEndsTheOneBefore() {
        say("in alice right");
        say("in alice wrong");
        assertThat(say("who")).isEqualTo("nobody");
        assertThat(house.sessions.ofUser(alice.id())).isEmpty();
    }

    @Test
    void policiesOfTheApplicationRefuseAndLeaveNoSession() {
        house.policies.rules.put(house.configuration.applications.get("app").id(), any -> false);
        assertThat(say("in alice right")).isEqualTo("Denied");
        assertThat(say("who")).isEqualTo("nobody");
        assertThat(house.sessions.ofUser(alice.id())).isEmpty();
    }

    @Test
    void whoseSessionEndsIsNotSignedIn() {
        say("in alice right");
        house.sessions.endAll(alice.id(), Optional.empty(), true);
        assertThat(say("who")).isEqualTo("nobody");
    }

    @Test
    void theNextVersionGoesOnWithWhatIsKept() {
        say("keep apples");
        install("2.0.0", 1);
        assertThat(say("kept")).isEqualTo("apples");
    }

    @Test
    void aVersionWithAnotherShapeIsNotGivenWhatIsKept() {
        say("keep apples");
        install("2.0.0", 2);
        assertThatThrownBy(() -> say("kept"))
                .isInstanceOfSatisfying(
                        GatewrightException.class, e -> assertThat(e.code()).isEqualTo(CommonError.TYPE_UNAVAILABLE));
        assertThat(new String(conversation.farewell(Farewell.UNAVAILABLE), StandardCharsets.US_ASCII))
                .isEqualTo("UNAVAILABLE");
        Conversation other = house.outposts.begin("chat", PEER);
        other.handle("who".getBytes(StandardCharsets.US_ASCII), talk);
        assertThat(talk.last()).isEqualTo("nobody");
    }

    @Test
    void withoutAnOutpostNobodyAnswers() {
        house.catalogue.uninstall(Kind.OUTPOST, "chat");
        assertThatThrownBy(() -> say("who")).isInstanceOf(GatewrightException.class);
        assertThat(conversation.farewell(Farewell.UNAVAILABLE)).isEmpty();
        assertThat(house.outposts.wanted()).isEmpty();
        assertThat(house.catalogue.openLeases()).isZero();
    }

    @Test
    void whatIsNotDeclaredIsWithheld() {
        house.catalogue.declaring();
        assertThatThrownBy(() -> say("in alice right")).hasMessageContaining("sessions");
        assertThatThrownBy(() -> say("look")).hasMessageContaining("directory");
    }

    @Test
    void aMissingStepIsNoRefusal() {
        house.catalogue.uninstall(Kind.STAGE, "password");
        assertThatThrownBy(() -> say("in alice right")).hasMessageContaining("not available");
        assertThat(say("who")).isEqualTo("nobody");
    }

    private void install(String version, int shape) {
        house.catalogue.install(
                new TypeVersion(
                        Kind.OUTPOST,
                        "chat",
                        version,
                        shape,
                        "test.chat",
                        VersionState.ACTIVE,
                        "",
                        "chat",
                        "",
                        Optional.empty()),
                new Chat());
    }

    private String say(String words) {
        conversation.handle(words.getBytes(StandardCharsets.US_ASCII), talk);
        return talk.last();
    }

    private static final class Talk implements Wire {

        private final List<String> heard = new ArrayList<>();

        @Override
        public void send(byte[] bytes) {
            heard.add(new String(bytes, StandardCharsets.US_ASCII));
        }

        @Override
        public void startTls() {
            heard.add("tls");
        }

        @Override
        public void close() {
            heard.add("closed");
        }

        String last() {
            return heard.get(heard.size() - 1);
        }
    }

    /** Does as the words say. */
    private static final class Chat implements Outpost {

        @Override
        public List<Endpoint> endpoints() {
            return List.of(new Endpoint("chat", false));
        }

        @Override
        public int headLength() {
            return 1;
        }

        @Override
        public OptionalInt messageLength(byte[] head) {
            return OptionalInt.of(1);
        }

        @Override
        public void handle(byte[] message, OutpostContext context) {
            String[] words = new String(message, StandardCharsets.US_ASCII).split(" ");
            Provider<NoSettings> provider = context.providers(NoSettings.class).get(0);
            context.send(answer(words, provider, context).getBytes(StandardCharsets.US_ASCII));
        }

        private static String answer(String[] words, Provider<?> provider, OutpostContext context) {
            switch (words[0]) {
                case "in" -> {
                    return signIn(words, provider, context).getClass().getSimpleName();
                }
                case "keep" -> context.keep(JsonObject.of("kept", words[1]));
                case "look" -> context.directory(provider);
                default -> {}
            }
            return words[0].equals("kept")
                    ? context.state().text("kept").orElse("nothing")
                    : context.user(provider).map(User::username).orElse("nobody");
        }

        private static SignIn signIn(String[] words, Provider<?> provider, OutpostContext context) {
            Map<String, String> answers = new HashMap<>(Map.of("uid_field", words[1]));
            if (words.length > 2) {
                answers.put("password", words[2]);
            }
            return context.signIn(provider, answers);
        }

        @Override
        public byte[] farewell(Farewell reason) {
            return reason.name().getBytes(StandardCharsets.US_ASCII);
        }
    }
}
