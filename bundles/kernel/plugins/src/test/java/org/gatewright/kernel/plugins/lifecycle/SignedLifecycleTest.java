package org.gatewright.kernel.plugins.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatewright.kernel.plugins.artifact.Signatory;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.plugins.Audience;
import org.gatewright.port.plugins.KeptVersion;
import org.gatewright.port.plugins.PluginLifecycle.Upload;
import org.gatewright.port.plugins.VersionState;
import org.gatewright.spi.error.GatewrightException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every door asks for a signature, and asks again before each start. */
class SignedLifecycleTest {

    private static final String ECHO = "org.example.echo";
    private static final Actor ADMIN = Actor.system();

    private Workshop shop;
    private Signatory ada;
    private Signatory bob;

    @BeforeEach
    void open() throws Exception {
        shop = new Workshop();
        Instant now = shop.clock().instant();
        ada = Signatory.alone("CN=Ada", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(10)));
        bob = Signatory.alone("CN=Bob", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(10)));
        shop.trustOnly(ada.pem() + bob.pem());
        shop.restart();
    }

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    @Test
    void installsWhatIsSignedAndKeepsNothingOfWhatIsNot() throws Exception {
        assertRefused(() -> install(Workshop.plugin(ECHO, "0.9.0", Map.of())), "is not signed");
        assertThat(shop.kept()).isEmpty();
        assertThat(shop.states()).isEmpty();

        install(ada, "1.0.0");
        assertThat(shop.active()).contains("1.0.0");
    }

    @Test
    void refusesAnUpdateByAStrangerAndKeepsTheOldVersion() throws Exception {
        install(ada, "1.0.0");
        Instant now = shop.clock().instant();
        Signatory mallory = Signatory.alone("CN=Mallory", now.minusSeconds(1), now.plusSeconds(100));

        assertRefused(() -> install(mallory, "1.1.0"), "CN=Mallory");
        assertThat(shop.active()).contains("1.0.0");
        assertThat(shop.kept()).containsExactly("1.0.0");
    }

    @Test
    void goesBackToNothingThatIsNoLongerTrusted() throws Exception {
        install(ada, "1.0.0");
        install(bob, "1.1.0");
        shop.trustOnly(bob.pem());
        shop.restart();

        assertRefused(() -> shop.lifecycle().rollback(ADMIN, ECHO), "CN=Ada");
        assertThat(shop.active()).contains("1.1.0");
    }

    @Test
    void releasesNothingThatIsNoLongerTrusted() throws Exception {
        install(ada, "1.0.0");
        install(bob, "1.1.0");
        shop.lifecycle().quarantine(ADMIN, ECHO, "1.0.0", "It hung.");
        shop.trustOnly(bob.pem());
        shop.restart();

        assertRefused(() -> shop.lifecycle().release(ADMIN, ECHO, "1.0.0"), "CN=Ada");
    }

    @Test
    void nobodyTakesOverWhoIsNoLongerTrusted() throws Exception {
        install(ada, "1.0.0");
        install(bob, "1.1.0");
        shop.trustOnly(bob.pem());
        shop.restart();

        assertThat(shop.lifecycle().quarantine(ADMIN, ECHO, "1.1.0", "It hung.").to())
                .isEmpty();
        assertThat(shop.active()).isEmpty();
    }

    @Test
    void aStartGoesBackToAVersionThatIsTrusted() throws Exception {
        install(ada, "1.0.0");
        install(bob, "1.1.0");
        shop.trustOnly(ada.pem());
        shop.restart();

        assertThat(shop.active()).contains("1.0.0");
        assertThat(shop.actions()).endsWith("plugin_rolled_back");
    }

    @Test
    void aCanaryHasToBeSignedToo() throws Exception {
        install(ada, "1.0.0");

        assertRefused(() -> canary(Workshop.plugin(ECHO, "1.1.0", Map.of())), "is not signed");
        assertThat(shop.kept()).containsExactly("1.0.0");
        canary(signed(bob, "1.1.0"));

        assertThat(shop.states()).containsEntry("1.1.0", VersionState.CANARY);
        assertThat(shop.lifecycle().versions(ECHO))
                .extracting(KeptVersion::version)
                .containsExactly("1.0.0", "1.1.0");
    }

    @Test
    void aStartGivesUpACanaryThatIsNoLongerTrusted() throws Exception {
        install(ada, "1.0.0");
        canary(signed(bob, "1.1.0"));
        shop.trustOnly(ada.pem());
        shop.restart();

        assertThat(shop.states()).containsOnly(Map.entry("1.0.0", VersionState.ACTIVE));
        assertThat(shop.actions()).endsWith("plugin_fell_back");
        assertThat(shop.reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("CN=Bob"));
    }

    @Test
    void whatWasTakenInTimeIsTrustedLater() throws Exception {
        install(ada, "1.0.0");
        install(bob, "1.1.0");
        shop.clock().advance(Duration.ofDays(20));
        shop.restart();

        assertThat(shop.active()).contains("1.1.0");
        assertThat(shop.lifecycle().rollback(ADMIN, ECHO).to()).contains("1.0.0");
        assertRefused(() -> install(ada, "1.2.0"), "expired");
    }

    @Test
    void startsNothingThatWasChangedInTheDatabase() throws Exception {
        install(ada, "1.0.0");
        install(ada, "1.1.0");
        shop.replaceKept(
                "1.0.0",
                ada.sign(Workshop.plugin(ECHO, "1.0.0", Map.of("X", "y")).content()));

        assertRefused(() -> shop.lifecycle().rollback(ADMIN, ECHO), "its digest is another");
    }

    @Test
    void theDistributionNeedsNoSignature() throws Exception {
        shop.builtIn("1.0.0");
        install(ada, "1.1.0");

        assertThat(shop.lifecycle().rollback(ADMIN, ECHO).to()).contains("1.0.0");
        assertThat(shop.active()).contains("1.0.0");
    }

    private void install(Signatory signatory, String version) throws Exception {
        install(signed(signatory, version));
    }

    private static Upload signed(Signatory signatory, String version) throws Exception {
        Upload plugin = Workshop.plugin(ECHO, version, Map.of());
        return new Upload(plugin.name(), signatory.sign(plugin.content()));
    }

    private void canary(Upload upload) {
        shop.canaries().begin(ADMIN, upload, Audience.parse("share=10"));
    }

    private void install(Upload upload) {
        assertThat(shop.lifecycle().install(ADMIN, upload).to()).isNotEqualTo(Optional.empty());
    }

    private static void assertRefused(ThrowingCallable call, String reason) {
        assertThatThrownBy(call).isInstanceOfSatisfying(GatewrightException.class, e -> assertThat(e.detail())
                .contains(reason));
    }
}
