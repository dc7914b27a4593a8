package org.gatewright.protocols.saml.party;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.protocols.saml.settings.SamlSettings;
import org.gatewright.protocols.saml.xml.Pem;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.protocol.ProtocolContext;
import org.gatewright.spi.protocol.Provider;

/** Finds service providers, and says what is wrong with the settings of one. Metadata is read once. */
public final class ServiceProviders {

    private static final int KEPT = 500;

    private final SpMetadataReader reader = new SpMetadataReader();
    private final Map<String, SpMetadata> read = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SpMetadata> eldest) {
            return size() > KEPT;
        }
    };

    /** Finds the one that an application uses. */
    public ServiceProvider ofApplication(ProtocolContext context, String application) {
        return context.providerOf(application, SamlSettings.class)
                .flatMap(this::used)
                .orElseThrow(ServiceProvider::unknown);
    }

    /** Finds the one that an application uses, if it is still this provider. */
    public Optional<ServiceProvider> still(ProtocolContext context, String application, String provider) {
        return context.providerOf(application, SamlSettings.class)
                .flatMap(this::used)
                .filter(found -> found.id().toString().equals(provider));
    }

    /** Returns what is wrong with settings, by the name of the setting; without the expressions. */
    public Map<String, List<String>> problems(SamlSettings settings) {
        Map<String, List<String>> problems = new LinkedHashMap<>();
        SpMetadata metadata = SpMetadata.NONE;
        try {
            metadata = settings.metadata().map(reader::read).orElse(SpMetadata.NONE);
        } catch (GatewrightException e) {
            return Map.of("metadata", List.of(e.detail()));
        }
        if (settings.acsUrl().isEmpty() && metadata.acs().isEmpty()) {
            problems.put("acs_url", List.of("Set the ACS URL, or paste the metadata of the service provider."));
        }
        if (settings.audience().isEmpty() && metadata.entityId().isEmpty()) {
            problems.put(
                    "audience",
                    List.of(
                            "Set the entity ID of the service provider, or paste the metadata of the service provider."));
        }
        problems.putAll(certificates(settings, metadata));
        return problems;
    }

    private static Map<String, List<String>> certificates(SamlSettings settings, SpMetadata metadata) {
        Map<String, List<String>> problems = new LinkedHashMap<>();
        List<String> unreadable = List.of("This is no certificate in PEM.");
        if (settings.verificationKp().filter(text -> Pem.read(text).isEmpty()).isPresent()) {
            problems.put("verification_kp", unreadable);
        }
        if (settings.verificationKp().isEmpty()
                && metadata.signsRequests()
                && metadata.signing().isEmpty()) {
            problems.put(
                    "metadata",
                    List.of("The service provider signs its requests, but its metadata has no certificate."));
        }
        Optional<String> encryption = settings.encryptionKp();
        if (encryption.isPresent()
                && encryption.flatMap(Pem::read).filter(ServiceProviders::isRsa).isEmpty()) {
            problems.put("encryption_kp", List.of("This is no certificate of an RSA key in PEM."));
        } else if (settings.encryptAssertion()
                && encryption.isEmpty()
                && metadata.encryption().stream().noneMatch(ServiceProviders::isRsa)) {
            problems.put(
                    "encrypt_assertion",
                    List.of("To encrypt, set the certificate, or paste metadata with a certificate of an RSA key."));
        }
        return problems;
    }

    private static boolean isRsa(java.security.cert.X509Certificate certificate) {
        return certificate.getPublicKey().getAlgorithm().equals("RSA");
    }

    private Optional<ServiceProvider> used(Provider<SamlSettings> provider) {
        return provider.application()
                .map(application -> new ServiceProvider(
                        provider,
                        application,
                        provider.settings().metadata().map(this::metadata).orElse(SpMetadata.NONE)));
    }

    private SpMetadata metadata(String text) {
        synchronized (read) {
            return read.computeIfAbsent(text, reader::read);
        }
    }
}
