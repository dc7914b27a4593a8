package org.gatewright.spi.session;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The keys of this server for protocols that sign something else than a JSON Web Token, such as XML. RSA keys only. The algorithms are {@code SHA256withRSA}, {@code
 * SHA384withRSA} and {@code SHA512withRSA}.
 *
 * @since 1.1
 */
@ProviderType
public interface CertifiedKeys {

    /**
     * Returns what to sign with now.
     *
     * @param key the key that settings name, or empty for the active RS256 key
     * @throws org.gatewright.spi.error.GatewrightException of kind UNAVAILABLE if there is no such key, or it is no RSA key
     */
    CertifiedKey active(Optional<UUID> key);

    /**
     * Returns the certificates that others should trust: the one of {@link #active}, then those of published keys whose place it has taken, the last one first.
     *
     * @throws org.gatewright.spi.error.GatewrightException as {@link #active}
     */
    List<X509Certificate> trusted(Optional<UUID> key);
}
