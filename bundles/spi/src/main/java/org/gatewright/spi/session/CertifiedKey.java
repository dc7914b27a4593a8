package org.gatewright.spi.session;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A key of this server with its certificate.
 *
 * @param privateKey a handle: {@link java.security.Signature} signs with it, and it has no encoded form
 * @param certificate that others find the public key in; self-signed
 * @since 1.1
 */
public record CertifiedKey(PrivateKey privateKey, X509Certificate certificate) {}
