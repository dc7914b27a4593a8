package org.gatewright.port.plugins;

import java.time.Instant;

/**
 * Who has signed the artifact of a plug-in.
 *
 * @param subject the name in the certificate
 * @param issuer who says so; the same for a certificate that was signed by itself
 * @param fingerprint SHA-256 of the certificate, in lower-case hexadecimal digits
 * @param expires when the certificate does
 * @param trusted whether a certificate of the trust store stands behind it
 * @param reason why it is not trusted, a sentence; empty if it is
 */
public record Signer(
        String subject, String issuer, String fingerprint, Instant expires, boolean trusted, String reason) {}
