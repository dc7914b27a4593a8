package org.gatewright.kernel.plugins.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.plugins.Audience;
import org.gatewright.port.store.PluginStore.Canary;
import org.gatewright.port.store.PluginStore.Wanted;
import org.gatewright.spi.error.GatewrightException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The process dies at each call that a change of a plug-in makes to the database or the framework, before or after its effect; the next start converges. */
class KilledTest {

    private static final String ECHO = "org.example.echo";
    private static final Actor ADMIN = Actor.system();
    private static final Duration DRAIN = Duration.ofMillis(10);

    /** Something that is done with a workshop. */
    private interface Work {
        void on(Workshop shop) throws Exception;
    }

    /** What is there before a change, and the change. */
    private record Change(Work before, Work work) {
        /** Nothing is under way when the change begins. */
        static Change of(Work before, Work work) {
            return new Change(
                    shop -> {
                        before.on(shop);
                        quiet(shop);
                    },
                    work);
        }
    }

    @TestFactory
    Stream<DynamicTest> anInstallation() throws Exception {
        return killed(Change.of(shop -> {}, shop -> install(shop, "1.1.0")));
    }

    @TestFactory
    Stream<DynamicTest> anUpdate() throws Exception {
        return killed(Change.of(shop -> install(shop, "1.0.0"), shop -> install(shop, "1.1.0")));
    }

    @TestFactory
    Stream<DynamicTest> anUpdateThatMakesTheOldestVersionGo() throws Exception {
        return killed(Change.of(
                shop -> {
                    for (String version : List.of("0.7.0", "0.8.0", "0.9.0", "1.0.0")) {
                        install(shop, version);
                    }
                },
                shop -> install(shop, "1.1.0")));
    }

    @TestFactory
    Stream<DynamicTest> anUpdateOfAPartOfTheDistribution() throws Exception {
        return killed(Change.of(shop -> shop.builtIn("1.0.0"), shop -> install(shop, "1.1.0")));
    }

    @TestFactory
    Stream<DynamicTest> anUpdateThatIsRefused() throws Exception {
        return killed(Change.of(
                shop -> {
                    install(shop, "1.0.0");
                    shop.instancesOf("echo");
                },
                shop -> refused(() ->
                        shop.lifecycle().install(ADMIN, Workshop.plugin(ECHO, "1.1.0", Map.of("Fails", "yes"))))));
    }

    @TestFactory
    Stream<DynamicTest> aWayBack() throws Exception {
        return killed(Change.of(KilledTest::two, shop -> shop.lifecycle().rollback(ADMIN, ECHO)));
    }

    @TestFactory
    Stream<DynamicTest> aQuarantine() throws Exception {
        return killed(
                Change.of(KilledTest::two, shop -> shop.lifecycle().quarantine(ADMIN, ECHO, "1.1.0", "It hung.")));
    }

    @TestFactory
    Stream<DynamicTest> aQuarantineOfTheOnlyVersion() throws Exception {
        return killed(Change.of(
                shop -> install(shop, "1.1.0"), shop -> shop.lifecycle().quarantine(ADMIN, ECHO, "1.1.0", "It hung.")));
    }

    @TestFactory
    Stream<DynamicTest> aRelease() throws Exception {
        return killed(Change.of(
                shop -> {
                    two(shop);
                    shop.lifecycle().quarantine(ADMIN, ECHO, "1.1.0", "It hung.");
                },
                shop -> shop.lifecycle().release(ADMIN, ECHO, "1.1.0")));
    }

    @TestFactory
    Stream<DynamicTest> theBeginOfACanary() throws Exception {
        return killed(Change.of(shop -> install(shop, "1.0.0"), KilledTest::begin));
    }

    @TestFactory
    Stream<DynamicTest> thePromotionOfACanary() throws Exception {
        return killed(Change.of(
                shop -> {
                    install(shop, "1.0.0");
                    begin(shop);
                },
                shop -> shop.canaries().promote(ADMIN, ECHO)));
    }

    @TestFactory
    Stream<DynamicTest> theEndOfACanary() throws Exception {
        return killed(Change.of(
                shop -> {
                    install(shop, "1.0.0");
                    begin(shop);
                },
                shop -> shop.lifecycle().rollback(ADMIN, ECHO)));
    }

    @TestFactory
    Stream<DynamicTest> aRemoval() throws Exception {
        return killed(Change.of(KilledTest::two, shop -> shop.lifecycle().uninstall(ADMIN, ECHO)));
    }

    @TestFactory
    Stream<DynamicTest> aRemovalOfAPartOfTheDistribution() throws Exception {
        return killed(Change.of(
                shop -> shop.builtIn("1.0.0"), shop -> shop.lifecycle().uninstall(ADMIN, ECHO)));
    }

    @TestFactory
    Stream<DynamicTest> aStartAfterAnUpdateThatWasCutShort() throws Exception {
        return started(shop -> {
            two(shop);
            quiet(shop);
            shop.leave("1.2.0");
            shop.keep("1.2.0", Workshop.plugin(ECHO, "1.2.0", Map.of()));
        });
    }

    @TestFactory
    Stream<DynamicTest> aStartOfANewDistribution() throws Exception {
        return started(shop -> {
            two(shop);
            quiet(shop);
            shop.clear("1.1.0");
            shop.builtInAtTheNextStart("1.2.0");
        });
    }

    @TestFactory
    Stream<DynamicTest> aStartWhoseWantedVersionIsLost() throws Exception {
        return started(shop -> {
            two(shop);
            quiet(shop);
            shop.lose("1.1.0");
        });
    }

    @Test
    void theLogNamesTheStepsOfAnUpdate() throws Exception {
        try (Workshop shop = new Workshop(DRAIN)) {
            install(shop, "1.0.0");
            quiet(shop);
            shop.log();
            install(shop, "1.1.0");
            List<String> said = new ArrayList<>();
            shop.eventually(() -> said.addAll(shop.log()) && said.toString().contains("let go"));

            assertThat(said)
                    .containsExactly(
                            "Plug-in read: org.example.echo 1.1.0",
                            "Plug-in kept: org.example.echo 1.1.0",
                            "Plug-in running: org.example.echo 1.1.0",
                            "Plug-in tried: org.example.echo 1.1.0",
                            "Plug-in decided: org.example.echo, plugin_updated: 1.0.0 was active, 1.1.0 is wanted",
                            "Plug-in switched: org.example.echo to 1.1.0",
                            "Plug-in let go: org.example.echo 1.0.0");
        }
    }

    /** Kills the process at each point of the change. */
    private static Stream<DynamicTest> killed(Change change) throws Exception {
        Life start = Life.unharmed();
        try (Workshop shop = new Workshop(DRAIN)) {
            prepared(shop, change, start);
        }
        return killed(change, start.points().size());
    }

    /** Kills the process at each point of the start that comes after something. */
    private static Stream<DynamicTest> started(Work before) throws Exception {
        return killed(new Change(before, shop -> {}), 0);
    }

    /** Does it all once to know its points and its result, then once for each point. */
    private static Stream<DynamicTest> killed(Change change, int first) throws Exception {
        Life whole = Life.unharmed();
        List<List<Wanted>> possible = new ArrayList<>();
        try (Workshop shop = new Workshop(DRAIN)) {
            possible.add(prepared(shop, change, whole));
            change.work().on(shop);
            quiet(shop);
            possible.add(shop.stored());
        }
        List<String> points = whole.points();
        assertThat(points).hasSizeGreaterThan(first);
        return IntStream.range(first, points.size())
                .mapToObj(point -> dynamicTest(point + " " + points.get(point), () -> killed(change, point, possible)));
    }

    /** Returns what is stored at the begin of the process that is to die. */
    private static List<Wanted> prepared(Workshop shop, Change change, Life life) throws Exception {
        change.before().on(shop);
        List<Wanted> stored = shop.stored();
        shop.log();
        shop.restart(life);
        return stored;
    }

    private static void killed(Change change, int point, List<List<Wanted>> possible) throws Exception {
        Life life = Life.of(point);
        try (Workshop shop = new Workshop(DRAIN)) {
            List<Wanted> before = prepared(shop, change, life);
            try {
                change.work().on(shop);
            } catch (Life.Killed | GatewrightException e) {
                assertThat(life.isOver()).as("what made it fail: %s", e).isTrue();
            }
            shop.eventually(life::isOver);
            List<Wanted> stored = shop.stored();
            assertThat(possible).contains(stored);
            if (stored.equals(before)) {
                assertThat(shop.log()).noneMatch(line -> line.startsWith("Plug-in decided"));
            }

            shop.restart(Life.unharmed());
            assertThat(shop.stored()).isIn(stored, possible.get(1));
            assertConverged(shop);
            assertGoesOn(shop);
        }
    }

    private static void assertConverged(Workshop shop) {
        assertThat(shop.health().ready()).isTrue();
        assertThat(shop.stored()).hasSizeLessThanOrEqualTo(1);
        quiet(shop);
        List<String> named = shop.stored().stream().flatMap(KilledTest::named).toList();
        assertThat(shop.kept()).isSubsetOf(named);
        assertThat(named)
                .filteredOn(version -> !shop.isBuiltIn(version) && !shop.isLost(version))
                .isSubsetOf(shop.kept());
        assertThat((long) shop.actions().size())
                .as("each decision has its event")
                .isEqualTo(shop.stored().stream().mapToLong(Wanted::revision).sum());
        assertThat(shop.log())
                .filteredOn(line -> line.startsWith("Plug-ins at the start: "))
                .hasSizeGreaterThanOrEqualTo(shop.stored().size());
    }

    private static void assertGoesOn(Workshop shop) {
        install(shop, "2.0.0");
        quiet(shop);
        assertThat(shop.active()).contains("2.0.0");
        assertThat(shop.installed()).containsExactly("2.0.0");
    }

    private static Stream<String> named(Wanted wanted) {
        List<String> named = new ArrayList<>(wanted.before());
        wanted.version().ifPresent(named::add);
        named.addAll(wanted.quarantined().keySet());
        wanted.canary().map(Canary::version).ifPresent(named::add);
        return named.stream().distinct();
    }

    /** Waits until nothing but the wanted version, and a canary, runs or is installed. */
    private static void quiet(Workshop shop) {
        shop.eventually(() -> {
            Optional<String> wanted = shop.toRun();
            List<String> alone =
                    Stream.concat(wanted.stream(), canaries(shop)).sorted().toList();
            return shop.active().equals(wanted) && shop.running().equals(alone) && alone.containsAll(shop.installed());
        });
    }

    private static Stream<String> canaries(Workshop shop) {
        return shop.stored().stream().flatMap(one -> one.canary().stream()).map(Canary::version);
    }

    private static void two(Workshop shop) {
        install(shop, "1.0.0");
        install(shop, "1.1.0");
    }

    private static void begin(Workshop shop) {
        shop.canaries().begin(ADMIN, Workshop.plugin(ECHO, "1.1.0", Map.of()), Audience.parse("application=shop"));
    }

    private static void install(Workshop shop, String version) {
        shop.lifecycle().install(ADMIN, Workshop.plugin(ECHO, version, Map.of()));
    }

    private static void refused(Runnable call) {
        try {
            call.run();
        } catch (GatewrightException e) {
            assertThat(e.detail()).contains("does not start");
            return;
        }
        throw new AssertionError("it was not refused");
    }
}
