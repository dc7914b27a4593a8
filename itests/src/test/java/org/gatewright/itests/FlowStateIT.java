package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Client;
import org.gatewright.itests.support.SharedServer;
import org.gatewright.itests.support.Visitor;
import org.gatewright.json.JsonText;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on the sealed state of a flow, in the address and in the cookie: it is this browser's, whole, for this flow and of use once. */
class FlowStateIT {

    private static final String SLUG = "default-authentication-flow";
    private static final String DIRECT = "/if/flow/" + SLUG + "/";
    private static final String IDENTIFICATION = "ak-stage-identification";
    private static final String PASSWORD = "ak-stage-password";
    private static final String DENIED = "ak-stage-access-denied";
    private static final String REDIRECT = "xak-flow-redirect";
    private static final JsonObject NAME =
            JsonObject.of("component", IDENTIFICATION).with("uid_field", Administrator.MAIL);
    private static final JsonObject PROOF =
            JsonObject.of("component", PASSWORD).with("password", Administrator.PASSWORD);

    private static Client client;

    @BeforeAll
    static void register() {
        client =
                Client.register(SharedServer.administrator(), "sealed", "http://localhost:5030/cb", JsonObject.empty());
    }

    /** The parts of a sealed text: key id, nonce, what is sealed, and the tag. */
    static Stream<Integer> refusesOneChangedBit() {
        return Stream.of(0, 2, 3, 14, 15, 16, 40, 100, 200, -17, -16, -8, -1);
    }

    @ParameterizedTest
    @MethodSource
    void refusesOneChangedBit(int position) {
        Visitor visitor = visitor();
        String state = begun(visitor);
        byte[] bytes = Base64.getUrlDecoder().decode(state);
        bytes[position < 0 ? bytes.length + position : position] ^= 1;

        assertRefused(visitor, page(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
        assertThat(visitor.challenge(page(state)).text("component")).contains(IDENTIFICATION);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 16, 31, 32, 100, 300})
    void refusesAStateThatWasCut(int length) {
        Visitor visitor = visitor();
        String state = begun(visitor);

        assertRefused(visitor, page(state.substring(0, state.length() - length)));
        assertRefused(visitor, page(state.substring(length)));
        assertRefused(visitor, page(state.substring(0, length)));
        assertRefused(visitor, page(state + "A".repeat(length)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "=", "....", "%C3%A4", "null", "%7B%7D"})
    void refusesWhatIsNoState(String text) {
        assertRefused(visitor(), DIRECT + "?state=" + text);
    }

    @Test
    void refusesAHugeState() {
        Visitor visitor = visitor();
        String state = begun(visitor);

        assertRefused(visitor, page(state + "A".repeat(4000)));
        Visitor old =
                new Visitor(SharedServer.get().base(), HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1));
        assertThat(old.get(old.executor(page("A".repeat(100_000)))).statusCode())
                .isIn(414, 431);
    }

    @Test
    void anEmptyStateCountsAsNone() {
        Visitor visitor = visitor();
        visitor.answer(page(begun(visitor)), NAME);

        JsonObject answer = visitor.answer(DIRECT + "?state=", PROOF);

        assertThat(answer.text("component")).contains(IDENTIFICATION);
        assertSignedOut(visitor);
    }

    @Test
    void refusesTheStateOfAnotherFlow() {
        Visitor visitor = visitor();
        String state = begun(visitor);

        for (String slug : List.of("default-invalidation-flow", "default-provider-authorization-implicit-consent")) {
            assertRefused(visitor, "/if/flow/" + slug + "/?state=" + state);
        }
        assertThat(visitor.get(visitor.executor("/if/flow/no-such-flow/?state=" + state))
                        .statusCode())
                .isIn(400, 404);
    }

    @Test
    void aFirstStateThatMovedOnLeadsToWhereTheFlowIs() {
        Visitor visitor = visitor();
        String page = page(begun(visitor));
        visitor.answer(page, NAME);

        assertThat(visitor.challenge(page).text("component")).contains(PASSWORD);
        assertThat(visitor.answer(page, NAME).text("component"))
                .as("named twice")
                .contains(PASSWORD);
    }

    @Test
    void aFirstStateIsOfNoUseWhenTheFlowIsOver() {
        Visitor visitor = visitor();
        String page = page(begun(visitor));
        String end = visitor.signIn(page, Administrator.MAIL, Administrator.PASSWORD);
        assertThat(end).contains("code=");
        String browser = visitor.cookie("gatewright_browser").orElseThrow();

        assertRefused(visitor, page);
        visitor.forget();
        visitor.plant("gatewright_browser", browser);
        assertRefused(visitor, page);
        assertSignedOut(visitor);
    }

    @Test
    void theCookieOfAFlowThatIsOverSignsNobodyIn() {
        Visitor visitor = visitor();
        visitor.challenge(DIRECT);
        Map<String, String> kept = Map.of(
                "gatewright_browser", visitor.cookie("gatewright_browser").orElseThrow(),
                "gatewright_flow", visitor.cookie("gatewright_flow").orElseThrow());
        visitor.answer(DIRECT, NAME);
        assertThat(visitor.answer(DIRECT, PROOF).text("component")).contains(REDIRECT);

        visitor.forget();
        kept.forEach(visitor::plant);
        assertThat(visitor.answer(DIRECT, PROOF).text("to")).contains("/");
        assertSignedOut(visitor);
        kept.forEach(visitor::plant);
        assertThat(visitor.challenge(DIRECT).text("component")).contains(IDENTIFICATION);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 20, 60, -1})
    void aChangedCookieBeginsAnew(int position) {
        Visitor visitor = visitor();
        visitor.challenge(DIRECT);
        String cookie = visitor.cookie("gatewright_flow").orElseThrow();
        visitor.answer(DIRECT, NAME);
        byte[] bytes = Base64.getUrlDecoder().decode(cookie);
        bytes[position < 0 ? bytes.length + position : position] ^= 1;

        visitor.plant("gatewright_flow", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        assertBegunAnew(visitor);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 40, 3000})
    void aCookieThatIsNoStateBeginsAnew(int length) {
        Visitor visitor = visitor();
        visitor.challenge(DIRECT);
        visitor.answer(DIRECT, NAME);

        visitor.plant("gatewright_flow", "A".repeat(length));
        assertBegunAnew(visitor);
    }

    @Test
    void theStateOfOneVisitorIsOfNoUseToAnother() {
        Visitor one = visitor();
        Visitor other = visitor();
        String ofOne = page(begun(one));
        String ofOther = page(begun(other));

        assertRefused(other, ofOne);
        assertRefused(one, ofOther);
        assertThat(one.challenge(ofOne).text("component")).contains(IDENTIFICATION);
    }

    @Test
    void theCookieOfOneVisitorIsOfNoUseToAnother() {
        Visitor one = visitor();
        one.challenge(DIRECT);
        one.answer(DIRECT, NAME);
        Visitor other = visitor();
        other.challenge(DIRECT);

        other.plant("gatewright_flow", one.cookie("gatewright_flow").orElseThrow());
        assertBegunAnew(other);
    }

    @Test
    void whoPlantsTheirFlowInAnotherBrowserIsNotSignedInWithIt() {
        Visitor attacker = visitor();
        String page = page(begun(attacker));
        Visitor victim = visitor();
        victim.plant("gatewright_browser", attacker.cookie("gatewright_browser").orElseThrow());

        victim.signIn(page, Administrator.MAIL, Administrator.PASSWORD);

        assertRefused(attacker, page);
        assertSignedOut(attacker);
    }

    @Test
    void aSessionThatWasPlantedIsNotTheOneThatBegins() {
        Visitor victim = visitor();
        Visitor attacker = visitor();
        String planted = "A".repeat(43);
        for (Visitor visitor : List.of(victim, attacker)) {
            visitor.plant("gatewright_session", planted);
            visitor.plant("gatewright_csrf", "planted");
        }

        victim.signIn(DIRECT, Administrator.MAIL, Administrator.PASSWORD);

        assertThat(me(victim)).isEqualTo(200);
        assertThat(victim.cookie("gatewright_session").orElseThrow()).isNotEqualTo(planted);
        assertThat(victim.cookie("gatewright_csrf").orElseThrow()).isNotEqualTo("planted");
        assertSignedOut(attacker);
    }

    /** Begins a sign-in of the application; returns the state in the address. */
    private static String begun(Visitor visitor) {
        String location = visitor.get(client.authorize(Map.of()))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(location).startsWith(DIRECT);
        return Client.parameter(location, "state");
    }

    private static String page(String state) {
        return DIRECT + "?state=" + state;
    }

    /** Looking, naming a user and giving a password are all refused, and nobody is signed in. */
    private static void assertRefused(Visitor visitor, String page) {
        assertRefusal(visitor.get(visitor.executor(page)));
        assertRefusal(visitor.json("POST", visitor.executor(page), NAME));
        assertRefusal(visitor.json("POST", visitor.executor(page), PROOF));
    }

    private static void assertRefusal(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(JsonText.read(answer.body()).text("component")).contains(DENIED);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith("gatewright_session="));
    }

    /** A proof is not taken for the user who was named before, and the flow asks for a name. */
    private static void assertBegunAnew(Visitor visitor) {
        JsonObject answer = visitor.answer(DIRECT, PROOF);
        assertThat(answer.text("component")).contains(IDENTIFICATION);
        assertThat(answer.text("pending_user")).isEmpty();
        assertSignedOut(visitor);
    }

    private static void assertSignedOut(Visitor visitor) {
        assertThat(me(visitor)).isEqualTo(403);
    }

    private static int me(Visitor visitor) {
        return visitor.get("/api/v3/core/users/me/").statusCode();
    }

    private static Visitor visitor() {
        return new Visitor(SharedServer.get().base());
    }
}
