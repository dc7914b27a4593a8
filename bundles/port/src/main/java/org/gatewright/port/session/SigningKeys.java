package org.gatewright.port.session;

import java.util.List;
import java.util.UUID;
import org.gatewright.port.directory.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** Administers signing keys. At first start there is one of each algorithm. */
@ProviderType
public interface SigningKeys {

    /** Lists all keys that are not expired. */
    List<SigningKey> list();

    /** Makes a further active key that is used only where a provider names it. */
    SigningKey create(Actor actor, String name, String algorithm);

    /** Replaces the key by a new one at once; the old one stays published for the overlap, the longest lifetime of what it signed. */
    SigningKey rotate(Actor actor, UUID key);
}
