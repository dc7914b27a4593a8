package org.gatewright.itests.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An author of plug-ins with a key, who signs jars with the tools of the JDK. */
public final class JarSigner {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String PASSWORD = "changeit";

    private final Path keys;
    private final String alias;

    private JarSigner(Path keys, String alias) {
        this.keys = keys;
        this.alias = alias;
    }

    /** Makes a key, and a certificate for which nobody vouches. */
    public static JarSigner withNewKey(Path folder, String alias) {
        JarSigner signer = new JarSigner(folder.resolve(alias + ".p12"), alias);
        signer.keytool("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=" + alias);
        return signer;
    }

    /** Returns the certificate as a PEM file has it. */
    public String certificate() {
        return keytool("-exportcert", "-rfc");
    }

    /** Writes the jar anew, signed, beside the other one. */
    public Path sign(Path jar) throws IOException {
        Path signed = jar.resolveSibling("by-" + alias + "-" + jar.getFileName());
        Files.copy(jar, signed);
        run("jarsigner", List.of("-keystore", keys.toString(), "-storepass", PASSWORD, signed.toString(), alias));
        return signed;
    }

    private String keytool(String... words) {
        List<String> store = List.of("-alias", alias, "-keystore", keys.toString(), "-storepass", PASSWORD);
        return run("keytool", Stream.concat(Stream.of(words), store.stream()).toList());
    }

    private static String run(String tool, List<String> words) {
        Path program = Path.of(System.getProperty("java.home"), "bin", tool);
        List<String> all =
                Stream.concat(Stream.of(program.toString()), words.stream()).toList();
        Command command = Command.run(Path.of("."), Map.of(), LIMIT, all);
        if (command.exitCode() != 0) {
            throw new AssertionError(tool + ": " + command.output());
        }
        return command.output();
    }
}
