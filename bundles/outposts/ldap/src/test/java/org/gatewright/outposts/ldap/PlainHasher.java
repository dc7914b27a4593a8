package org.gatewright.outposts.ldap;

import org.gatewright.spi.credential.PasswordHasher;
import org.gatewright.spi.data.SecretHash;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.plugin.PluginType;

/** A hasher that is quick, for tests that are about something else. */
@PluginType(name = "plain", title = "Plain")
public final class PlainHasher implements PasswordHasher {

    private static final String PREFIX = "$plain$";

    @Override
    public boolean accepts(String stored) {
        return stored.startsWith(PREFIX);
    }

    @Override
    public String hash(SecretText password) {
        return PREFIX + SecretHash.of(password.reveal()).digest();
    }

    @Override
    public boolean verify(SecretText password, String stored) {
        return stored.equals(hash(password));
    }

    @Override
    public boolean needsRehash(String stored) {
        return false;
    }
}
