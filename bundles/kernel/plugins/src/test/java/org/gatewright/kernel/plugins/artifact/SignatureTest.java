package org.gatewright.kernel.plugins.artifact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.gatewright.kernel.plugins.TestFramework;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.plugins.PluginLifecycle.Upload;
import org.gatewright.port.plugins.Signer;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.testkit.port.FakeSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may sign what, and how one may try to get past it. */
class SignatureTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant FROM = NOW.minus(Duration.ofDays(100));
    private static final Instant TO = NOW.plus(Duration.ofDays(100));
    private static final String CLASS = SignatureTest.class.getName().replace('.', '/') + ".class";

    private static byte[] plain;
    private static Signatory ada;
    private static Signatory mallory;

    @TempDir
    private Path folder;

    @BeforeAll
    static void sign() throws Exception {
        plain = TestFramework.jar(
                Map.of("Bundle-SymbolicName", "org.example.echo", "Gatewright-Plugin", "echo"), SignatureTest.class);
        ada = Signatory.alone("CN=Ada", FROM, TO);
        mallory = Signatory.alone("CN=Mallory", FROM, TO);
    }

    @Test
    void takesAnUnsignedJarOnlyIfNoSignatureIsAskedFor() {
        admission(new FakeSettings()).admit(read(plain), NOW);

        assertRefused(() -> asking(ada).admit(read(plain), NOW), "is not signed");
    }

    @Test
    void takesWhatATrustedKeySigned() throws Exception {
        PluginJar jar = read(ada.sign(plain));
        asking(ada).admit(jar, NOW);

        Signer signer = asking(ada).signers(jar, NOW).get(0);
        assertThat(signer.trusted()).isTrue();
        assertThat(signer.subject()).isEqualTo("CN=Ada");
        assertThat(signer.fingerprint()).hasSize(64);
        assertThat(signer.expires()).isEqualTo(TO);
    }

    @Test
    void readsTheCertificatesFromAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("trusted.pem"), mallory.pem() + ada.pem());

        asking(file.toString()).admit(read(ada.sign(plain)), NOW);
    }

    @Test
    void refusesAKeyThatNobodyKnows() throws Exception {
        byte[] signed = mallory.sign(plain);

        assertRefused(() -> asking(ada).admit(read(signed), NOW), "CN=Mallory: No certificate of plugins.trust_store");
        assertThat(admission(new FakeSettings()).signers(read(signed), NOW))
                .allMatch(signer -> !signer.trusted() && !signer.reason().isEmpty());
    }

    @Test
    void refusesACertificateOfTheSameNameWithAnotherKey() throws Exception {
        byte[] signed = Signatory.alone("CN=Ada", FROM, TO).sign(plain);

        assertRefused(() -> asking(ada).admit(read(signed), NOW), "Nobody who is trusted");
    }

    @Test
    void takesWhatATrustedAuthorityVouchesFor() throws Exception {
        Signatory root = Signatory.authority("CN=Root", FROM, TO);
        Signatory middle = root.vouchesForAuthority("CN=Middle");
        Signatory leaf = middle.vouchesFor("CN=Leaf", KeyPurposeId.id_kp_codeSigning);
        PluginJar jar = read(leaf.sign(plain));

        asking(root).admit(jar, NOW);
        asking(middle).admit(jar, NOW);
        asking(leaf).admit(jar, NOW);
        assertRefused(() -> asking(ada).admit(jar, NOW), "Nobody who is trusted");
    }

    @Test
    void refusesTheKeyOfAWebServerThatATrustedAuthorityVouchesFor() throws Exception {
        Signatory root = Signatory.authority("CN=Root", FROM, TO);
        byte[] signed = root.vouchesFor("CN=web.example.org", KeyPurposeId.id_kp_serverAuth)
                .sign(plain);

        assertRefused(() -> asking(root).admit(read(signed), NOW), "CN=web.example.org");
    }

    @Test
    void refusesSomebodyForWhomOneVouchesWhoIsNoAuthority() throws Exception {
        byte[] signed = ada.vouchesFor("CN=Eve", KeyPurposeId.id_kp_codeSigning).sign(plain);

        assertRefused(() -> asking(ada).admit(read(signed), NOW), "CN=Eve");
    }

    @Test
    void refusesAnExpiredCertificateButNotWhatWasTakenBefore() throws Exception {
        PluginJar jar = read(ada.sign(plain));

        assertRefused(() -> asking(ada).admit(jar, TO.plusSeconds(1)), "expired");
        assertRefused(() -> asking(ada).admit(jar, FROM.minusSeconds(1)), "not valid before");
        asking(ada).admit(jar, TO.minusSeconds(1));
    }

    @Test
    void refusesAFileThatWasChanged() throws Exception {
        byte[] changed = signed().put(CLASS, "other".getBytes(UTF_8)).jar();

        assertRefused(() -> read(changed), "somebody has changed the jar");
    }

    @Test
    void refusesAFileThatWasAdded() throws Exception {
        byte[] more =
                signed().put("org/example/Evil.class", "evil".getBytes(UTF_8)).jar();
        byte[] hidden =
                signed().put("META-INF/sub/EVIL.SF", "evil".getBytes(UTF_8)).jar();

        assertRefused(() -> read(more), "does not cover the file org/example/Evil.class");
        assertRefused(() -> read(hidden), "does not cover the file META-INF/sub/EVIL.SF");
    }

    @Test
    void refusesAJarFromWhichAFileWasTaken() throws Exception {
        byte[] less = new Repacked(ada.sign(
                        new Repacked(plain).put("check.txt", new byte[1]).jar()))
                .without("check.txt")
                .jar();

        assertRefused(() -> read(less), "covers the file check.txt, which is not there");
    }

    @Test
    void refusesAManifestThatWasChanged() throws Exception {
        String manifest = new String(signed().get(JarFile.MANIFEST_NAME), UTF_8);
        byte[] header = signed().put(
                        JarFile.MANIFEST_NAME,
                        manifest.replace("Gatewright-Plugin: echo", "Gatewright-Plugin: evil")
                                .getBytes(UTF_8))
                .jar();
        byte[] section = signed().put(
                        JarFile.MANIFEST_NAME, (manifest + "Name: new.txt\r\nX: y\r\n\r\n").getBytes(UTF_8))
                .jar();

        assertRefused(() -> read(header), "signature of echo.jar does not hold");
        assertRefused(() -> read(section), "does not hold for its manifest");
    }

    @Test
    void refusesASecondManifest() throws Exception {
        String other = "META-INF/MANIFEST.MX";
        byte[] twice =
                renamed(signed().put(other, "Evil: yes\r\n".getBytes(UTF_8)).jar(), other, JarFile.MANIFEST_NAME);
        byte[] small = signed().put("META-INF/manifest.mf", "Evil: yes\r\n".getBytes(UTF_8))
                .jar();
        byte[] only = renamed(plain, JarFile.MANIFEST_NAME, "META-INF/Manifest.mf");

        assertRefused(() -> read(twice), "has the file META-INF/MANIFEST.MF twice");
        assertRefused(() -> read(small), "twice");
        assertRefused(() -> read(only), "it must be META-INF/MANIFEST.MF");
    }

    @Test
    void refusesAClassThatIsThereTwice() throws Exception {
        String other = CLASS.replace("SignatureTest.class", "SignatureTesu.class");
        byte[] twice = renamed(signed().put(other, "evil".getBytes(UTF_8)).jar(), other, CLASS);

        assertRefused(() -> read(twice), "twice");
    }

    @Test
    void refusesASignatureFileOfSomethingElse() throws Exception {
        Repacked other = new Repacked(ada.sign(TestFramework.jar(Map.of("Bundle-SymbolicName", "other"))));
        byte[] mixed = new Repacked(plain)
                .put("META-INF/SIGNER.SF", other.get("META-INF/SIGNER.SF"))
                .put("META-INF/SIGNER.RSA", other.get("META-INF/SIGNER.RSA"))
                .jar();

        assertRefused(() -> read(mixed), "signature of echo.jar does not");
    }

    @Test
    void refusesHalfASignature() throws Exception {
        byte[] half = signed().without("META-INF/SIGNER.RSA").jar();
        byte[] none = signed().without("META-INF/SIGNER.RSA")
                .without("META-INF/SIGNER.SF")
                .jar();

        assertRefused(() -> read(half), "does not count");
        assertRefused(() -> asking(ada).admit(read(none), NOW), "is not signed");
    }

    @Test
    void refusesAlgorithmsThatAreBroken() throws Exception {
        byte[] signed = ada.sign(plain, "MD5", "MD5withRSA");
        byte[] digests = ada.sign(plain, "MD5", "SHA256withRSA");

        assertRefused(() -> read(signed), "no longer trusts");
        assertRefused(() -> read(digests), "signature of echo.jar does not");
    }

    @Test
    void refusesEverythingIfItKnowsNobodyToTrust() throws Exception {
        byte[] signed = ada.sign(plain);

        assertRefused(
                () -> admission(new FakeSettings().with("plugins", "require_signature", "true"))
                        .admit(read(signed), NOW),
                "plugins.trust_store names no certificate");
        assertRefused(() -> asking(folder.resolve("absent.pem").toString()).admit(read(signed), NOW), "cannot be read");
        assertRefused(
                () -> asking(Files.writeString(folder.resolve("notes.txt"), "notes")
                                .toString())
                        .admit(read(signed), NOW),
                "cannot be read");
    }

    @Test
    void refusesADamagedJar() throws Exception {
        byte[] stored = new Repacked(plain)
                .put("note.txt", "to be or not to be".getBytes(UTF_8))
                .stored();
        byte[] damaged =
                new String(stored, ISO_8859_1).replace("not to be", "not to bx").getBytes(ISO_8859_1);

        assertRefused(() -> read(damaged), "is damaged");
    }

    private static Repacked signed() throws Exception {
        return new Repacked(ada.sign(plain));
    }

    private static PluginJar read(byte[] jar) {
        return PluginJar.read(new Upload("echo.jar", jar));
    }

    private static Admission asking(Signatory trusted) throws Exception {
        return asking(trusted.pem());
    }

    private static Admission asking(String trustStore) {
        return admission(new FakeSettings()
                .with("plugins", "require_signature", "true")
                .with("plugins", "trust_store", trustStore));
    }

    private static Admission admission(FakeSettings settings) {
        return new Admission(settings, name -> List.of());
    }

    /** Gives a file another name of the same length, even if there is one of that name. */
    private static byte[] renamed(byte[] jar, String from, String to) {
        return new String(jar, ISO_8859_1).replace(from, to).getBytes(ISO_8859_1);
    }

    private static void assertRefused(ThrowingCallable call, String reason) {
        assertThatThrownBy(call).isInstanceOfSatisfying(GatewrightException.class, e -> {
            assertThat(e.code()).isEqualTo(CommonError.PLUGIN_REFUSED);
            assertThat(e.detail()).contains(reason);
        });
    }
}
