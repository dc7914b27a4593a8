package org.gatewright.settings;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.bouncycastle.jce.interfaces.ECPublicKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;

/**
 * The key pair by which {@code bin/gatewright} enters the console, made at first start.
 *
 * @param privateKey the PEM file that the launcher uses
 * @param users the file with the public key and the roles, in the format of Karaf's public key login
 */
record ConsoleKey(Path privateKey, Path users) {

    /** The user that the launcher signs in as. */
    static final String USER = "gatewright";

    private static final String ROLES = "admin,manager,viewer,systembundles,ssh";
    private static final String CURVE = "nistp256";

    /** Returns the pair kept in the folder. */
    static ConsoleKey in(Path folder) {
        ConsoleKey key = new ConsoleKey(folder.resolve("console.key"), folder.resolve("console.users"));
        if (!Files.exists(key.privateKey) || !Files.exists(key.users)) {
            key.make();
        }
        return key;
    }

    private void make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", new BouncyCastleProvider());
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            String line = USER + "=" + openSsh((ECPublicKey) pair.getPublic()) + "," + ROLES + "\n";
            PrivateFiles.write(users, line.getBytes(US_ASCII));
            PrivateFiles.write(privateKey, pem(pair).getBytes(US_ASCII));
        } catch (IOException | GeneralSecurityException e) {
            throw new SettingsProblem("The key of the console cannot be made: " + e.getMessage(), e);
        }
    }

    private static String pem(KeyPair pair) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(pair);
        }
        return text.toString();
    }

    /** The public key as in an {@code authorized_keys} file: RFC 5656 section 3.1. */
    private static String openSsh(ECPublicKey key) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream blob = new DataOutputStream(bytes);
        for (byte[] part : new byte[][] {
            ("ecdsa-sha2-" + CURVE).getBytes(US_ASCII),
            CURVE.getBytes(US_ASCII),
            key.getQ().getEncoded(false)
        }) {
            blob.writeInt(part.length);
            blob.write(part);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
