package org.gatewright.kernel.plugins.artifact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatewright.port.plugins.Signer;
import org.gatewright.port.settings.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says what stands against letting an artifact in. It is asked before every start of an artifact, whatever door it came by, and runs nothing of it. */
@Component(service = Admission.class)
public final class Admission {

    private final TrustStore trust;
    private final boolean signatureRequired;

    /** Asks as much as the setting {@code plugins.require_signature} says. */
    @Activate
    public Admission(@Reference Settings settings) {
        this.trust = new TrustStore(settings);
        this.signatureRequired = settings.get("plugins", "require_signature")
                .map(Boolean::parseBoolean)
                .orElse(false);
    }

    /**
     * Refuses the artifact if anything stands against it.
     *
     * @param at the time at which the signer's certificate must be valid: that at which the artifact was taken
     * @throws org.gatewright.spi.error.GatewrightException with {@code PLUGIN_REFUSED} and a sentence
     */
    public void admit(PluginJar jar, Instant at) {
        problems(jar, at).stream().findFirst().ifPresent(problem -> {
            throw PluginJar.refused(problem);
        });
    }

    /** Says all that stands against the artifact, in sentences. */
    public List<String> problems(PluginJar jar, Instant at) {
        return untrusted(jar, at).stream().toList();
    }

    /** Says who has signed the artifact. */
    public List<Signer> signers(PluginJar jar, Instant at) {
        if (jar.signers().isEmpty()) {
            return List.of();
        }
        SignerTrust check = new SignerTrust(trust.certificates(), at);
        return jar.signers().stream().map(check::describe).toList();
    }

    private Optional<String> untrusted(PluginJar jar, Instant at) {
        if (!signatureRequired) {
            return Optional.empty();
        }
        if (jar.signers().isEmpty()) {
            return Optional.of(jar.name() + " is not signed, but plugins.require_signature asks for it.");
        }
        List<Signer> signers = signers(jar, at);
        if (signers.stream().anyMatch(Signer::trusted)) {
            return Optional.empty();
        }
        Set<String> reasons = signers.stream()
                .map(signer -> signer.subject() + ": " + signer.reason())
                .collect(Collectors.toUnmodifiableSet());
        return Optional.of("Nobody who is trusted has signed " + jar.name() + ". " + String.join(" ", reasons));
    }
}
