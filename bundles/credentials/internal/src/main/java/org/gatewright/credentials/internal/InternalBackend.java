package org.gatewright.credentials.internal;

import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.credential.CredentialBackend;
import org.gatewright.spi.credential.PasswordHashes;
import org.gatewright.spi.credential.Verification;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.plugin.PluginType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks passwords against the hashes that this server stores. A hash with weaker parameters than those of today is replaced at the next sign-in. */
@Component(service = CredentialBackend.class)
@PluginType(
        name = "internal",
        title = "Passwords of this server",
        description = "Checks passwords that are stored here.")
public final class InternalBackend implements CredentialBackend {

    private final PasswordHashes hashes;

    @Activate
    public InternalBackend(@Reference PasswordHashes hashes) {
        this.hashes = hashes;
    }

    @Override
    public Verification verify(User user, SecretText password) {
        Optional<String> stored = hashes.of(user.id());
        return stored.map(hash -> check(user.id(), password, hash)).orElse(Verification.UNKNOWN);
    }

    @Override
    public void verifyNobody(SecretText password) {
        hashes.verifyNothing(password);
    }

    private Verification check(UUID user, SecretText password, String hash) {
        if (!hashes.verify(password, hash)) {
            return Verification.MISMATCH;
        }
        hashes.upgrade(user, password, hash);
        return Verification.MATCH;
    }
}
