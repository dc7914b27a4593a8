package org.gatewright.kernel.directory;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gatewright.port.plugins.Lease;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.spi.credential.CredentialBackend;
import org.gatewright.spi.credential.CredentialVerifier;
import org.gatewright.spi.credential.Verification;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.plugin.Kind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks the credential back ends that are installed, each under a lease. */
@Component
public final class LeasedCredentialVerifier implements CredentialVerifier {

    private final PluginCatalogue catalogue;

    /** Takes the catalogue. */
    @Activate
    public LeasedCredentialVerifier(@Reference PluginCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Optional<String> verify(Optional<User> user, SecretText password, List<String> backends) {
        if (backends.isEmpty()) {
            return Optional.empty();
        }
        // the work is done for a user who is not active too: the time must not tell
        Optional<String> match = user.flatMap(known -> ask(known, password, backends))
                .or(() -> user.isEmpty() ? askForNobody(password, backends) : Optional.empty());
        return match.filter(name -> user.map(User::active).orElse(false));
    }

    private Optional<String> ask(User user, SecretText password, List<String> backends) {
        for (String name : backends) {
            Verification verification = leased(name, lease -> lease.call(backend -> backend.verify(user, password)));
            if (verification != Verification.UNKNOWN) {
                return verification == Verification.MATCH ? Optional.of(name) : Optional.empty();
            }
        }
        return askForNobody(password, backends); // no back end had anything to do
    }

    private Optional<String> askForNobody(SecretText password, List<String> backends) {
        leased(
                backends.get(0),
                lease -> lease.call(backend -> {
                    backend.verifyNobody(password);
                    return Boolean.TRUE;
                }));
        // one that is missing is missing for everybody whom none before it knows
        backends.stream().skip(1).forEach(name -> leased(name, Lease::pin));
        return Optional.empty();
    }

    private <T> T leased(String type, Function<Lease<CredentialBackend>, T> work) {
        try (Lease<CredentialBackend> lease = catalogue.lease(Kind.CREDENTIAL_BACKEND, type, CredentialBackend.class)) {
            return work.apply(lease);
        }
    }
}
