package org.gatewright.kernel.plugins.artifact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatewright.port.plugins.Permission;
import org.gatewright.port.plugins.Sbom;
import org.gatewright.port.plugins.Signer;
import org.gatewright.port.settings.Settings;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says what stands against letting an artifact in. It is asked before every start of an artifact, whatever door it came by, and runs nothing of it. */
@Component(service = Admission.class)
public final class Admission {

    private final TrustStore trust;
    private final boolean signatureRequired;
    private final Needs needs;

    /** Asks as much as the setting {@code plugins.require_signature} says. */
    @Activate
    public Admission(BundleContext context, @Reference Settings settings) {
        this(settings, Exports.of(context));
    }

    Admission(Settings settings, Exports exports) {
        this.needs = new Needs(exports);
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
        return Stream.of(untrusted(jar, at).stream(), needs.faults(jar).stream(), Permissions.of(jar).faults().stream())
                .flatMap(sentences -> sentences)
                .toList();
    }

    /** Says who has signed the artifact. */
    public List<Signer> signers(PluginJar jar, Instant at) {
        if (jar.signers().isEmpty()) {
            return List.of();
        }
        SignerTrust check = new SignerTrust(trust.certificates(), at);
        return jar.signers().stream().map(check::describe).toList();
    }

    /** Returns what the plug-in says that it does, as far as it is understood. */
    public List<Permission> permissions(PluginJar jar) {
        return Permissions.of(jar).declared();
    }

    /** Returns the bills of materials that are in the artifact. */
    public List<Sbom> sboms(PluginJar jar) {
        return Sboms.of(jar);
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
