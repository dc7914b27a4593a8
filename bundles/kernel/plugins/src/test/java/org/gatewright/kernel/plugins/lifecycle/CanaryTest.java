package org.gatewright.kernel.plugins.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.plugins.Audience;
import org.gatewright.port.plugins.Lease;
import org.gatewright.port.plugins.Occasion;
import org.gatewright.port.plugins.Pin;
import org.gatewright.port.plugins.PluginCanaries.Canary;
import org.gatewright.port.plugins.PluginLifecycle.Change;
import org.gatewright.port.plugins.PluginLifecycle.Upload;
import org.gatewright.port.plugins.VersionState;
import org.gatewright.spi.error.ErrorCode;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** New versions are called for a part of all in a real framework, and prove themselves or go. */
class CanaryTest {

    private static final String ECHO = "org.example.echo";
    private static final Audience SHOP = Audience.parse("application=shop");
    private static final Occasion AT_SHOP = application("shop");
    private static final Occasion ELSEWHERE = application("wiki");

    private Workshop shop;

    @BeforeEach
    void open() throws Exception {
        shop = new Workshop();
        shop.lifecycle().install(Actor.system(), Workshop.plugin(ECHO, "1.0.0", Map.of()));
    }

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    @Test
    void callsTheNewVersionForItsAudienceOnly() {
        Canary begun = begin("1.1.0", "", SHOP);

        assertThat(begun.version()).isEqualTo("1.1.0");
        assertThat(begun.active()).isEqualTo("1.0.0");
        assertThat(call(AT_SHOP)).isEqualTo("1.1.0");
        assertThat(call(ELSEWHERE)).isEqualTo("1.0.0");
        assertThat(call(Occasion.UNKNOWN)).isEqualTo("1.0.0");
        assertThat(shop.states())
                .containsEntry("1.0.0", VersionState.ACTIVE)
                .containsEntry("1.1.0", VersionState.CANARY);
        assertThat(shop.actions()).endsWith("plugin_canary_begun");
        assertThat(shop.wanted()).contains("1.0.0");
        assertThat(shop.kept()).containsExactly("1.0.0", "1.1.0");
        assertThat(shop.catalogue().snapshot().troubles()).isEmpty();
    }

    @Test
    void drawsAShareOfFlowsAndKeepsToIt() {
        begin("1.1.0", "", Audience.parse("share=30"));

        int drawn = 0;
        for (int i = 0; i < 1000; i++) {
            Occasion flow = flow(UUID.randomUUID());
            String version = call(flow);
            drawn += version.equals("1.1.0") ? 1 : 0;
            assertThat(call(flow)).isEqualTo(version);
            assertThat(pin(flow).version()).isEqualTo(version);
        }
        assertThat(drawn).isBetween(200, 400);
    }

    @Test
    void aFlowEndsOnTheVersionThatItBeganWith() {
        begin("1.1.0", "", SHOP);
        Pin old = pin(ELSEWHERE);
        Pin fresh = pin(AT_SHOP);

        assertThat(call(old)).isEqualTo("1.0.0");
        assertThat(call(fresh)).isEqualTo("1.1.0");
        shop.canaries().promote(Actor.system(), ECHO);
        assertThat(call(old)).isEqualTo("1.0.0");
        assertThat(call(fresh)).isEqualTo("1.1.0");
    }

    @Test
    void promotesByHand() {
        begin("1.1.0", "", SHOP);

        Change change = shop.canaries().promote(Actor.system(), ECHO);

        assertThat(change).isEqualTo(new Change(ECHO, Optional.of("1.0.0"), Optional.of("1.1.0")));
        assertThat(call(ELSEWHERE)).isEqualTo("1.1.0");
        assertThat(shop.canaries().of(ECHO)).isEmpty();
        assertThat(shop.actions()).endsWith("plugin_promoted");
        assertThat(shop.counted()).containsExactly("1.1.0 begun", "1.1.0 promoted");
        shop.eventually(() -> !shop.states().containsKey("1.0.0"));
        shop.lifecycle().rollback(Actor.system(), ECHO);
        assertThat(call(AT_SHOP)).isEqualTo("1.0.0");
    }

    @Test
    void fallsBackByHand() {
        begin("1.1.0", "", SHOP);
        Pin begun = pin(AT_SHOP);

        Change change = shop.lifecycle().rollback(Actor.system(), ECHO);

        assertThat(change.isChange()).isFalse();
        assertThat(call(AT_SHOP)).isEqualTo("1.0.0");
        assertThat(call(begun)).isEqualTo("1.1.0");
        assertThat(shop.actions()).endsWith("plugin_fell_back");
        assertThat(shop.counted()).containsExactly("1.1.0 begun", "1.1.0 fell_back");
        assertThat(shop.kept()).containsExactly("1.0.0");
        shop.eventually(() -> !shop.states().containsKey("1.1.0"));
    }

    @Test
    void promotesByRuleWhatIsNotWorseAfterEnoughCalls() {
        begin("1.1.0", "", SHOP);

        call(AT_SHOP, 39);
        call(ELSEWHERE, 39);
        shop.canaries().judge();
        assertThat(shop.active()).contains("1.0.0");
        call(AT_SHOP);
        shop.canaries().judge();

        assertThat(shop.active()).contains("1.1.0");
        assertThat(shop.actions()).endsWith("plugin_promoted");
        assertThat(shop.reason()).contains("It was not worse in 40 calls.");
    }

    @Test
    void promotesByRuleWhatIsNotWorseAfterSomeTime() {
        begin("1.1.0", "", SHOP);
        call(AT_SHOP, 10);

        shop.canaries().judge();
        assertThat(shop.active()).contains("1.0.0");
        shop.pass(Duration.ofMinutes(30));
        shop.canaries().judge();

        assertThat(shop.active()).contains("1.1.0");
    }

    @Test
    void promotesNothingThatWasHardlyCalledHoweverLongItTakes() {
        begin("1.1.0", "", SHOP);
        call(AT_SHOP, 9);

        shop.pass(Duration.ofDays(1));
        shop.canaries().judge();

        assertThat(shop.active()).contains("1.0.0");
        assertThat(shop.canaries().of(ECHO)).isPresent();
    }

    @Test
    void fallsBackByRuleFromWhatFailsMoreOften() {
        begin("1.1.0", "fails every fourth time", SHOP);

        call(ELSEWHERE, 20);
        for (int i = 0; i < 12; i++) {
            attempt(AT_SHOP);
        }
        shop.canaries().judge();

        assertThat(shop.actions()).endsWith("plugin_fell_back");
        assertThat(shop.reason().orElseThrow()).contains("25.0 %", "stages/echo", "0.0 %");
        assertThat(call(AT_SHOP)).isEqualTo("1.0.0");
    }

    @Test
    void fallsBackByRuleFromWhatIsSlower() {
        begin("1.1.0", "is slow", SHOP);

        call(ELSEWHERE, 10);
        call(AT_SHOP, 10);
        shop.canaries().judge();

        assertThat(shop.actions()).endsWith("plugin_fell_back");
        assertThat(shop.reason().orElseThrow()).contains("95 %", "stages/echo");
    }

    @Test
    void showsHowItsCallsGo() {
        begin("1.1.0", "fails every fourth time", SHOP);
        call(ELSEWHERE, 3);
        for (int i = 0; i < 4; i++) {
            attempt(AT_SHOP);
        }

        assertThat(shop.canaries().of(ECHO).orElseThrow().types())
                .singleElement()
                .satisfies(echo -> {
                    assertThat(echo.type()).isEqualTo("stages/echo");
                    assertThat(echo.own().calls()).isEqualTo(4);
                    assertThat(echo.own().failures()).isEqualTo(25.0);
                    assertThat(echo.others().calls()).isEqualTo(3);
                    assertThat(echo.others().failures()).isZero();
                });
    }

    @Test
    void theGuardEndsACanaryAtOnce() {
        begin("1.1.0", "throws", SHOP);

        for (int i = 0; i < 20; i++) {
            attempt(AT_SHOP);
        }

        shop.eventually(() -> shop.actions().contains("plugin_quarantined"));
        shop.eventually(() -> shop.canaries().of(ECHO).isEmpty());
        assertThat(call(AT_SHOP)).isEqualTo("1.0.0");
        assertThat(shop.counted()).containsExactly("1.1.0 begun", "1.1.0 fell_back");
        assertRefused(() -> begin("1.1.0", "throws", SHOP), "quarantined");
    }

    @Test
    void aCanaryGoesOnAfterARestart() throws Exception {
        begin("1.1.0", "", SHOP);
        Pin begun = pin(AT_SHOP);

        shop.restart();

        assertThat(call(AT_SHOP)).isEqualTo("1.1.0");
        assertThat(call(begun)).isEqualTo("1.1.0");
        assertThat(call(ELSEWHERE)).isEqualTo("1.0.0");
        assertThat(shop.canaries().of(ECHO).map(Canary::audience)).contains(SHOP);
        call(AT_SHOP, 40);
        shop.canaries().judge();
        assertThat(shop.active()).contains("1.1.0");
    }

    @Test
    void aCanaryThatDoesNotStartAgainIsGivenUp() throws Exception {
        begin("1.1.0", "", SHOP);
        shop.lose("1.1.0");

        shop.restart();

        assertThat(call(AT_SHOP)).isEqualTo("1.0.0");
        assertThat(shop.actions()).endsWith("plugin_fell_back");
        assertThat(shop.canaries().of(ECHO)).isEmpty();
    }

    @Test
    void aCanaryBesideAVersionOfTheDistributionGoesOnAfterARestart() throws Exception {
        shop.close();
        shop = new Workshop();
        shop.builtIn("1.0.0");
        begin("1.1.0", "", SHOP);
        assertThat(call(AT_SHOP)).isEqualTo("1.1.0");

        shop.restart();

        assertThat(call(AT_SHOP)).isEqualTo("1.1.0");
        assertThat(call(ELSEWHERE)).isEqualTo("1.0.0");
    }

    @Test
    void anotherAudienceCountsFromThenOn() {
        begin("1.1.0", "", SHOP);
        call(AT_SHOP, 5);

        begin("1.1.0", "", Audience.parse("application=wiki"));

        assertThat(call(ELSEWHERE)).isEqualTo("1.1.0");
        assertThat(call(AT_SHOP)).isEqualTo("1.0.0");
        assertThat(shop.counted()).containsExactly("1.1.0 begun");
    }

    @Test
    void anotherCanaryTakesItsPlace() {
        begin("1.1.0", "", SHOP);
        begin("1.2.0", "", SHOP);

        assertThat(call(AT_SHOP)).isEqualTo("1.2.0");
        assertThat(shop.kept()).containsExactly("1.0.0", "1.2.0");
        shop.eventually(() -> !shop.states().containsKey("1.1.0"));
    }

    @Test
    void anUpdateEndsACanary() {
        begin("1.1.0", "", SHOP);

        shop.lifecycle().install(Actor.system(), Workshop.plugin(ECHO, "1.2.0", Map.of()));

        assertThat(call(AT_SHOP)).isEqualTo("1.2.0");
        assertThat(shop.canaries().of(ECHO)).isEmpty();
        assertThat(shop.kept()).containsExactly("1.0.0", "1.2.0");
    }

    @Test
    void quarantineOfAnOlderVersionLeavesACanaryAlone() {
        shop.lifecycle().install(Actor.system(), Workshop.plugin(ECHO, "1.0.1", Map.of()));
        begin("1.1.0", "", SHOP);

        shop.lifecycle().quarantine(Actor.system(), ECHO, "1.0.0", "It was bad.");

        assertThat(call(AT_SHOP)).isEqualTo("1.1.0");
        assertThat(call(ELSEWHERE)).isEqualTo("1.0.1");
    }

    @Test
    void quarantineOfTheActiveVersionEndsACanary() {
        shop.lifecycle().install(Actor.system(), Workshop.plugin(ECHO, "1.0.1", Map.of()));
        begin("1.1.0", "", SHOP);

        shop.lifecycle().quarantine(Actor.system(), ECHO, "1.0.1", "It was bad.");

        assertThat(call(AT_SHOP)).isEqualTo("1.0.0");
        assertThat(call(ELSEWHERE)).isEqualTo("1.0.0");
        assertThat(shop.canaries().of(ECHO)).isEmpty();
        assertThat(shop.counted()).containsExactly("1.1.0 begun", "1.1.0 fell_back");
        shop.eventually(() -> !shop.states().containsKey("1.1.0"));
    }

    @Test
    void quarantineOfACanaryEndsIt() {
        begin("1.1.0", "", SHOP);

        shop.lifecycle().quarantine(Actor.system(), ECHO, "1.1.0", "It was bad.");

        assertThat(call(AT_SHOP)).isEqualTo("1.0.0");
        assertThat(shop.canaries().of(ECHO)).isEmpty();
        shop.eventually(() -> !shop.states().containsKey("1.1.0"));
    }

    @Test
    void fallsBackFromWhatCannotBePromotedAnyMore() {
        begin("1.1.0", "", SHOP);
        call(AT_SHOP, 40);
        call(ELSEWHERE, 40);
        shop.replaceKept("1.1.0", Workshop.plugin(ECHO, "1.1.0", Map.of("Other", "yes")).content());

        shop.canaries().judge();

        assertThat(call(AT_SHOP)).isEqualTo("1.0.0");
        assertThat(shop.actions()).endsWith("plugin_fell_back");
        assertThat(shop.reason()).hasValueSatisfying(reason -> assertThat(reason).contains("digest"));
    }

    @Test
    void aVersionThatFailsItsTrialIsNoCanary() {
        assertRefused(
                () -> shop.canaries()
                        .begin(Actor.system(), Workshop.plugin(ECHO, "1.1.0", Map.of("Fails", "yes")), SHOP),
                "does not start");

        assertThat(shop.kept()).containsExactly("1.0.0");
        assertThat(shop.canaries().of(ECHO)).isEmpty();
    }

    @Test
    void refusesWhatCanBeNoCanary() {
        assertRefused(() -> begin("1.0.0", "", SHOP), "is active for everybody already");
        assertRefused(
                () -> shop.canaries().promote(Actor.system(), ECHO), "No version of org.example.echo is a canary");
        assertThatThrownBy(() -> shop.canaries()
                        .begin(Actor.system(), Workshop.plugin("org.example.new", "1.0.0", Map.of()), SHOP))
                .isInstanceOfSatisfying(
                        GatewrightException.class, e -> assertThat(e.code()).isEqualTo(CommonError.NOT_FOUND));
        shop.lifecycle().uninstall(Actor.system(), ECHO);
        assertRefused(() -> begin("1.1.0", "", SHOP), "No version of org.example.echo is active");
        assertThat(shop.kept()).containsExactly("1.0.0");
    }

    @Test
    void whatChecksPasswordsIsCalledForAShareOnly() {
        shop.lifecycle().install(Actor.system(), hasher("1.0.0"));
        for (String audience : List.of("user=alice", "group=staff", "brand=id.example.org", "application=shop")) {
            assertRefused(
                    () -> shop.canaries().begin(Actor.system(), hasher("1.1.0"), Audience.parse(audience)),
                    "must take the same time for everybody");
        }

        assertThat(shop.canaries()
                        .begin(Actor.system(), hasher("1.1.0"), Audience.parse("share=10"))
                        .version())
                .isEqualTo("1.1.0");
    }

    private static Upload hasher(String version) {
        return Workshop.plugin(
                "org.example.hasher",
                version,
                Map.of("Kind", "hasher", "Import-Package", "org.gatewright.spi.credential"));
    }

    private Canary begin(String version, String behaviour, Audience audience) {
        return shop.canaries()
                .begin(Actor.system(), Workshop.plugin(ECHO, version, Map.of("Behaves", behaviour)), audience);
    }

    private static void assertRefused(ThrowingCallable call, String words) {
        assertThatThrownBy(call).isInstanceOfSatisfying(GatewrightException.class, e -> {
            assertThat(e.code()).isEqualTo(CommonError.PLUGIN_REFUSED);
            assertThat(e.detail()).contains(words);
        });
    }

    private Pin pin(Occasion occasion) {
        return shop.catalogue().pin(Kind.STAGE, "echo", occasion).orElseThrow();
    }

    private void call(Occasion occasion, int times) {
        for (int i = 0; i < times; i++) {
            call(occasion);
        }
    }

    private String call(Occasion occasion) {
        try (Lease<Stage> lease = shop.catalogue().lease(Kind.STAGE, "echo", occasion, Stage.class)) {
            return said(lease);
        }
    }

    private String call(Pin pin) {
        try (Lease<Stage> lease = shop.catalogue().lease(pin, Stage.class)) {
            return said(lease);
        }
    }

    private Optional<ErrorCode> attempt(Occasion occasion) {
        try {
            call(occasion);
            return Optional.empty();
        } catch (GatewrightException e) {
            return Optional.of(e.code());
        }
    }

    private static String said(Lease<Stage> lease) {
        StageResult.Done done = (StageResult.Done) lease.<StageResult>call(stage -> stage.handle(null));
        return done.facts().text("said").orElseThrow();
    }

    private static Occasion application(String slug) {
        return new Occasion() {
            @Override
            public Optional<String> application() {
                return Optional.of(slug);
            }

            @Override
            public Collection<String> groups() {
                throw new AssertionError("nobody needs the groups");
            }
        };
    }

    private static Occasion flow(UUID id) {
        return new Occasion() {
            @Override
            public Optional<UUID> flow() {
                return Optional.of(id);
            }
        };
    }
}
