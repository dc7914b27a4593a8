package org.gatewright.kernel.session;

import java.io.NotSerializableException;
import java.io.Serial;
import java.security.PrivateKey;
import org.jspecify.annotations.Nullable;

/** A private key as plug-ins see it: {@link HandleProvider} signs with it, and nobody can read it. */
final class KeyHandle implements PrivateKey {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient PrivateKey key;

    KeyHandle(PrivateKey key) {
        this.key = key;
    }

    PrivateKey key() {
        return key;
    }

    @Override
    public String getAlgorithm() {
        return key.getAlgorithm();
    }

    @Override
    public @Nullable String getFormat() {
        return null;
    }

    @Override
    public byte @Nullable [] getEncoded() {
        return null;
    }

    @Override
    public String toString() {
        return "***";
    }

    @Serial
    private Object writeReplace() throws NotSerializableException {
        throw new NotSerializableException(KeyHandle.class.getName());
    }
}
