package org.gatewright.authenticators.totp;

/** The hash functions of RFC 6238. Many apps know the first one only. */
public enum Algorithm {
    /** HMAC with SHA-1. */
    SHA1("HmacSHA1"),
    /** HMAC with SHA-256. */
    SHA256("HmacSHA256"),
    /** HMAC with SHA-512. */
    SHA512("HmacSHA512");

    private final String mac;

    Algorithm(String mac) {
        this.mac = mac;
    }

    /** Returns the name in Java. */
    String mac() {
        return mac;
    }
}
