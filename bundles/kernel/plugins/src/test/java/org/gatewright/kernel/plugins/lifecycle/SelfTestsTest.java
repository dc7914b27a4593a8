package org.gatewright.kernel.plugins.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.plugins.Audience;
import org.gatewright.port.plugins.PluginLifecycle.Upload;
import org.gatewright.port.plugins.VersionState;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.SelfTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plug-ins test themselves before anybody can call them, in a real framework. */
class SelfTestsTest {

    private static final String ECHO = "org.example.echo";
    private static final Actor ADMIN = Actor.system();

    private Workshop shop;

    @BeforeEach
    void open() throws Exception {
        System.clearProperty(SelfTestedActivator.CALLS);
        shop = new Workshop();
    }

    @AfterEach
    void close() throws Exception {
        System.setProperty(EchoActivator.OVER, "yes");
        shop.close();
        System.clearProperty(EchoActivator.OVER);
        System.clearProperty(SelfTestedActivator.BROKEN);
        System.clearProperty(SelfTestedActivator.CALLS);
    }

    @Test
    void aVersionThatFindsNothingWrongIsSwitchedTo() {
        install("1.0.0", "passes");

        assertThat(shop.active()).contains("1.0.0");
        assertThat(calls()).containsExactly("1.0.0 passes");
    }

    @Test
    void onlyTheVersionOnTrialTestsItself() {
        shop.lifecycle().install(ADMIN, plugin("org.example.other", "1.1.0", "passes", Map.of("Type", "other")));
        install("1.0.0", "passes");
        install("1.1.0", "passes");

        assertThat(shop.active()).contains("1.1.0");
        assertThat(calls()).containsExactly("1.1.0 passes", "1.0.0 passes", "1.1.0 passes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "finds | The self-test com.example.finds of org.example.echo 1.1.0 says: The list of words is empty."
                        + " Build it again.",
                "throws | com.example.throws of org.example.echo 1.1.0 failed: java.lang.IllegalStateException: the"
                        + " key is missing",
                "nothing | com.example.nothing of org.example.echo 1.1.0 failed: java.lang.NullPointerException",
                "unlinked | failed: java.lang.NoClassDefFoundError: com/example/Absent",
                "overflows | failed: java.lang.StackOverflowError.",
                "untold | failed: java.lang.UnsupportedOperationException.",
                "absent | com.example.absent of org.example.echo 1.1.0 does not start; the log says why."
            })
    void refusesAVersionInTheWordsOfItsSelfTest(String outcome, String words) {
        install("1.0.0", "passes");

        assertRefused(() -> install("1.1.0", outcome), words);
        assertThat(shop.log()).anySatisfy(line -> assertThat(line)
                .startsWith("Plug-in refused: org.example.echo 1.1.0. ")
                .contains(words));
        assertKept();
    }

    @Test
    void saysNoMoreThanPeopleRead() {
        assertThatThrownBy(() -> install("1.0.0", "babbles"))
                .isInstanceOfSatisfying(
                        GatewrightException.class,
                        e -> assertThat(e.detail()).endsWith("x…").hasSizeLessThan(1200));
    }

    @Test
    void callsEachOfThemUntilOneFindsSomething() {
        install("1.0.0", "passes");

        assertRefused(() -> install("1.1.0", "passes,throws,finds"), "the key is missing");

        assertThat(calls()).containsExactly("1.0.0 passes", "1.1.0 passes", "1.1.0 throws");
        assertKept();
    }

    @Test
    void interruptsOneThatIsLate() {
        install("1.0.0", "passes");

        assertRefused(() -> install("1.1.0", "sleeps"), "1.1.0 has not ended within 2 seconds.");

        shop.eventually(() -> calls().contains("interrupted"));
        assertKept();
    }

    @Test
    void leavesOneAloneThatIgnoresInterrupts() {
        install("1.0.0", "passes");

        assertRefused(() -> install("1.1.0", "loops"), "1.1.0 has not ended within 2 seconds.");
        assertKept();
        assertThat(calls()).doesNotContain("over");

        install("1.2.0", "passes");
        assertThat(shop.active()).contains("1.2.0");
        System.setProperty(EchoActivator.OVER, "yes");
        shop.eventually(() -> calls().contains("over"));
    }

    @Test
    void aRollBackIsATrialToo() {
        install("1.0.0", "passes");
        install("1.1.0", "passes");
        shop.eventually(() -> shop.states().equals(Map.of("1.1.0", VersionState.ACTIVE)));
        System.setProperty(SelfTestedActivator.BROKEN, "1.0.0");

        assertRefused(() -> shop.lifecycle().rollback(ADMIN, ECHO), "It no longer works.");
        assertThat(shop.active()).contains("1.1.0");

        System.clearProperty(SelfTestedActivator.BROKEN);
        shop.lifecycle().rollback(ADMIN, ECHO);
        assertThat(shop.active()).contains("1.0.0");
    }

    @Test
    void aReleaseIsATrialToo() {
        install("1.0.0", "passes");
        install("1.1.0", "passes");
        shop.lifecycle().quarantine(ADMIN, ECHO, "1.1.0", "It hung.");
        shop.eventually(() -> shop.states().equals(Map.of("1.0.0", VersionState.ACTIVE)));
        System.setProperty(SelfTestedActivator.BROKEN, "1.1.0");

        assertRefused(() -> shop.lifecycle().release(ADMIN, ECHO, "1.1.0"), "It no longer works.");
        assertThat(shop.active()).contains("1.0.0");
    }

    @Test
    void aCanaryTestsItselfOnceBeforeAnybodyIsCalled() {
        install("1.0.0", "passes");

        assertRefused(() -> begin("1.1.0", "finds"), "The list of words is empty.");
        assertKept();

        begin("1.2.0", "passes");
        shop.canaries().promote(ADMIN, ECHO);
        assertThat(shop.active()).contains("1.2.0");
        assertThat(calls()).containsExactly("1.0.0 passes", "1.1.0 finds", "1.2.0 passes");
    }

    @Test
    void theVersionBeforeTakesOverAtAStartIfTheWantedOneFindsSomething() throws Exception {
        install("1.0.0", "passes");
        install("1.1.0", "passes");
        System.setProperty(SelfTestedActivator.BROKEN, "1.1.0");

        shop.restart();

        assertThat(shop.active()).contains("1.0.0");
        assertThat(shop.actions()).endsWith("plugin_rolled_back");
    }

    @Test
    void ignoresASelfTestOfAnotherSpi() {
        Upload upload = Workshop.plugin(
                ECHO,
                "1.0.0",
                headers("finds"),
                SelfTest.class,
                SelfTestedActivator.class,
                SelfTestedActivator.Nothing.class,
                SelfTestedActivator.Untold.class);

        shop.lifecycle().install(ADMIN, upload);

        assertThat(shop.active()).contains("1.0.0");
        assertThat(calls()).isEmpty();
    }

    private void install(String version, String outcomes) {
        shop.lifecycle().install(ADMIN, plugin(ECHO, version, outcomes, Map.of()));
    }

    private void begin(String version, String outcomes) {
        shop.canaries().begin(ADMIN, plugin(ECHO, version, outcomes, Map.of()), Audience.parse("share=10"));
    }

    private static Upload plugin(String name, String version, String outcomes, Map<String, String> more) {
        Map<String, String> headers = headers(outcomes);
        headers.put("Import-Package", "org.gatewright.spi.plugin");
        headers.putAll(more);
        return Workshop.plugin(
                name,
                version,
                headers,
                SelfTestedActivator.class,
                SelfTestedActivator.Nothing.class,
                SelfTestedActivator.Untold.class);
    }

    private static Map<String, String> headers(String outcomes) {
        return new HashMap<>(Map.of("Bundle-Activator", SelfTestedActivator.class.getName(), "Self-Tests", outcomes));
    }

    private static List<String> calls() {
        String calls = System.getProperty(SelfTestedActivator.CALLS, "");
        return calls.isEmpty() ? List.of() : List.of(calls.split(";"));
    }

    private void assertKept() {
        assertThat(shop.active()).contains("1.0.0");
        assertThat(shop.states()).isEqualTo(Map.of("1.0.0", VersionState.ACTIVE));
        assertThat(shop.kept()).containsExactly("1.0.0");
        assertThat(shop.actions()).containsExactly("plugin_installed");
    }

    private static void assertRefused(ThrowingCallable call, String words) {
        assertThatThrownBy(call).isInstanceOfSatisfying(GatewrightException.class, e -> {
            assertThat(e.code()).isEqualTo(CommonError.PLUGIN_REFUSED);
            assertThat(e.detail()).contains(words);
        });
    }
}
