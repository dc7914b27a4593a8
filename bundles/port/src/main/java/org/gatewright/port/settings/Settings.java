package org.gatewright.port.settings;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The settings of this installation. The environment wins over the file; {@code file:///…} values are already replaced by the file's content. Fixed while the server runs. */
@ProviderType
public interface Settings {

    /**
     * Returns a setting that is not empty.
     *
     * @param section such as {@code postgresql}, in lower case; {@code bootstrap} for {@code GATEWRIGHT_BOOTSTRAP_*}
     * @param key such as {@code host}, in lower case
     */
    Optional<String> get(String section, String key);

    /** Returns a copy of the secret key of this installation, at least 32 bytes. */
    byte[] secretKey();

    /** Returns the folder for everything that must last. */
    java.nio.file.Path data();
}
