package org.gatewright.port.crypto;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Encrypts and authenticates small data with AES-256-GCM under a key that is derived from the secret key for each purpose (HKDF). Safe for use by several threads. */
@ProviderType
public interface Sealer {

    /**
     * Seals the text.
     *
     * @param purpose separates keys: what was sealed for one purpose does not open for another
     * @return base64url with a key id in front, safe in cookies and addresses
     */
    String seal(String purpose, String text);

    /** Opens what {@link #seal} made; empty if it was changed, cut, made for another purpose or with an unknown key. */
    Optional<String> open(String purpose, String sealed);
}
