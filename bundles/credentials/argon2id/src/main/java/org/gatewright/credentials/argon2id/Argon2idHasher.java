package org.gatewright.credentials.argon2id;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.gatewright.spi.credential.PasswordHasher;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.plugin.PluginType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** Hashes passwords with Argon2id (RFC 9106). */
@Component(service = PasswordHasher.class, configurationPid = "org.gatewright.credentials.argon2id")
@Designate(ocd = Argon2idSettings.class)
@PluginType(name = "argon2id", title = "Argon2id", description = "Stores passwords as hashes of Argon2id.")
public final class Argon2idHasher implements PasswordHasher {

    private static final int SALT_BYTES = 16;
    private static final int TAG_BYTES = 32;
    private static final int HASHES_PER_PROCESSOR = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SecureRandom random = new SecureRandom();
    private final Cost cost;
    private final MemoryBudget budget;

    @Activate
    public Argon2idHasher(Argon2idSettings settings) {
        this(
                new Cost(settings.memory__kib(), settings.iterations(), settings.parallelism()),
                Runtime.getRuntime().availableProcessors());
    }

    Argon2idHasher(Cost cost, int processors) {
        this.cost = cost;
        long kib = (long) cost.memoryKib() * HASHES_PER_PROCESSOR * processors;
        budget = new MemoryBudget((int) Math.min(kib, Integer.MAX_VALUE), PATIENCE);
    }

    @Override
    public boolean accepts(String stored) {
        return stored.startsWith(PhcString.PREFIX);
    }

    @Override
    public String hash(SecretText password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        PhcString empty = new PhcString(PhcString.CURRENT_VERSION, cost, salt, new byte[TAG_BYTES]);
        return new PhcString(empty.version(), cost, salt, tag(password, empty)).text();
    }

    @Override
    public boolean verify(SecretText password, String stored) {
        PhcString hash = PhcString.parse(stored);
        return MessageDigest.isEqual(hash.tag(), tag(password, hash));
    }

    @Override
    public boolean needsRehash(String stored) {
        PhcString hash = PhcString.parse(stored);
        return hash.version() < PhcString.CURRENT_VERSION
                || hash.cost().isWeakerThan(cost)
                || hash.salt().length < SALT_BYTES
                || hash.tag().length < TAG_BYTES;
    }

    private byte[] tag(SecretText password, PhcString like) {
        return budget.spend(like.cost().memoryKib(), () -> compute(password, like));
    }

    private static byte[] compute(SecretText password, PhcString like) {
        byte[] bytes = password.reveal().getBytes(StandardCharsets.UTF_8);
        byte[] tag = new byte[like.tag().length];
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(like.version())
                    .withMemoryAsKB(like.cost().memoryKib())
                    .withIterations(like.cost().iterations())
                    .withParallelism(like.cost().parallelism())
                    .withSalt(like.salt())
                    .build());
            generator.generateBytes(bytes, tag);
            return tag;
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
