package org.gatewright.kernel.session;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import org.jspecify.annotations.Nullable;

/** A signature that is made with the key behind a handle. */
final class HandleSignature extends SignatureSpi {

    private final String algorithm;
    private @Nullable Signature inner;

    HandleSignature(String algorithm) {
        this.algorithm = algorithm;
    }

    @Override
    protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
        if (!(key instanceof KeyHandle handle)) {
            throw new InvalidKeyException("this is no handle");
        }
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(handle.key());
            inner = signature;
        } catch (InvalidKeyException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new InvalidKeyException("this Java platform does not sign with " + algorithm, e);
        }
    }

    @Override
    protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
        throw new InvalidKeyException("a handle is no public key");
    }

    @Override
    protected void engineUpdate(byte b) throws SignatureException {
        begun().update(b);
    }

    @Override
    protected void engineUpdate(byte[] bytes, int from, int length) throws SignatureException {
        begun().update(bytes, from, length);
    }

    @Override
    protected byte[] engineSign() throws SignatureException {
        return begun().sign();
    }

    @Override
    protected boolean engineVerify(byte[] signature) throws SignatureException {
        throw new SignatureException("a handle does not verify");
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {
        throw new UnsupportedOperationException("there are no parameters");
    }

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
        throw new UnsupportedOperationException("there are no parameters");
    }

    private Signature begun() throws SignatureException {
        Signature signature = inner;
        if (signature == null) {
            throw new SignatureException("the signature has not begun");
        }
        return signature;
    }
}
