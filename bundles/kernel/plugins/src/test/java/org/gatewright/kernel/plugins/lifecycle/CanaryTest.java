package org.gatewright.kernel.plugins.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.plugins.Audience;
import org.gatewright.port.plugins.Occasion;
import org.gatewright.port.plugins.Pin;
import org.gatewright.port.plugins.PluginCanaries.Canary;
import org.gatewright.port.plugins.PluginLifecycle.Change;
import org.gatewright.port.plugins.VersionState;
import org.gatewright.spi.error.GatewrightException;
import org.junit.jupiter.api.Test;

/** New versions are called for a part of all in a real framework, and prove themselves or go. */
class CanaryTest extends CanaryScene {

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
        shop.replaceKept(
                "1.1.0", Workshop.plugin(ECHO, "1.1.0", Map.of("Other", "yes")).content());

        shop.canaries().judge();

        assertThat(call(AT_SHOP)).isEqualTo("1.0.0");
        assertThat(shop.actions()).endsWith("plugin_fell_back");
        assertThat(shop.reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("digest"));
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
}
