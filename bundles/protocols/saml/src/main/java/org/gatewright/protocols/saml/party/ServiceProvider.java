package org.gatewright.protocols.saml.party;

import static org.gatewright.protocols.saml.xml.SamlError.UNKNOWN_APPLICATION;

import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.protocols.saml.settings.SamlSettings;
import org.gatewright.protocols.saml.xml.Pem;
import org.gatewright.spi.protocol.Provider;

/**
 * A service provider: a provider of this protocol that an application uses, with what its metadata says.
 *
 * @param provider the provider
 * @param application slug of the application
 * @param metadata as read, or that of one without
 */
public record ServiceProvider(Provider<SamlSettings> provider, String application, SpMetadata metadata) {

    /** Returns the settings. */
    public SamlSettings settings() {
        return provider.settings();
    }

    /** Returns what names the provider. */
    public UUID id() {
        return provider.id();
    }

    /** Returns the name that it gives itself. */
    public String entityId() {
        return settings().audience().orElse(metadata.entityId());
    }

    /** Returns where responses may go, the default one first. */
    public Set<String> acs() {
        Set<String> all = new LinkedHashSet<>();
        settings().acsUrl().ifPresent(all::add);
        all.addAll(metadata.acs().values());
        all.addAll(settings().acsUrls());
        return all;
    }

    /** Returns where responses go if a request says nothing. */
    public String defaultAcs() {
        return acs().iterator().next();
    }

    /** Returns the address with an index: that of the metadata, else the place in the settings. */
    public Optional<String> acs(int index) {
        return metadata.acs().isEmpty()
                ? acs().stream().skip(Math.max(index, 0)).findFirst().filter(any -> index >= 0)
                : Optional.ofNullable(metadata.acs().get(index));
    }

    /** Returns the certificates that a signature of a request may be checked by. */
    public List<X509Certificate> verification() {
        return settings().verificationKp().flatMap(Pem::read).map(List::of).orElse(metadata.signing());
    }

    /** Tells whether a request without a signature is refused. */
    public boolean mustSign() {
        return settings().verificationKp().isPresent() || metadata.signsRequests();
    }

    /** Returns what assertions are encrypted for; empty if they are not. */
    public Optional<X509Certificate> encryption() {
        return settings().encryptAssertion() ? encryptionCertificate() : Optional.empty();
    }

    /** Returns what assertions can be encrypted for. */
    public Optional<X509Certificate> encryptionCertificate() {
        return settings().encryptionKp().flatMap(Pem::read).or(() -> metadata.encryption().stream()
                .filter(certificate -> certificate.getPublicKey().getAlgorithm().equals("RSA"))
                .findFirst());
    }

    /** Tells whether assertions are signed: the service provider may insist. */
    public boolean signsAssertions() {
        return settings().signAssertion() || metadata.wantsSignedAssertions();
    }

    /** Says that there is none. */
    static org.gatewright.spi.error.GatewrightException unknown() {
        return UNKNOWN_APPLICATION.because("There is no application of this name that uses SAML.");
    }
}
