package org.gatewright.store.jpa.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** The change log in this bundle. */
final class ChangeLog {

    static final String PATH = "org/gatewright/store/jpa/changelog.sql";

    private ChangeLog() {}

    /** Opens it. */
    static InputStream open() {
        return Objects.requireNonNull(
                ChangeLog.class.getClassLoader().getResourceAsStream(PATH), "the bundle contains its change log");
    }

    /** Returns its SHA-256 digest. */
    static String digest() {
        try (InputStream stream = open()) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(stream.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
