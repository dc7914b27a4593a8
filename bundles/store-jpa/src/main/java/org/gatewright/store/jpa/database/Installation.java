package org.gatewright.store.jpa.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The one row that says which secret key this database belongs to, and which schema it has. The secret key cannot be found out from it. */
final class Installation {

    private static final String TABLE = "installation";

    private final byte[] checkKey;

    Installation(byte[] secretKey) {
        this.checkKey = hmac(secretKey, "gatewright/installation/1".getBytes(StandardCharsets.UTF_8));
    }

    /** What the row says. */
    private record Row(String salt, String check, String digest) {}

    /** Tells whether the database is empty, or belongs to the secret key. Reads only. */
    boolean isOurs(Connection connection) throws SQLException {
        Optional<Row> row = row(connection);
        return row.isEmpty()
                || MessageDigest.isEqual(
                        check(row.get().salt()).getBytes(StandardCharsets.US_ASCII),
                        row.get().check().getBytes(StandardCharsets.US_ASCII));
    }

    /** Tells whether the schema is the one that the change log of this digest leads to. */
    boolean hasSchema(Connection connection, String digest) throws SQLException {
        return row(connection).filter(row -> row.digest().equals(digest)).isPresent();
    }

    /** Writes the row after a migration. */
    void migrated(Connection connection, String digest) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE installation SET schema_digest = ? WHERE id = 1")) {
            update.setString(1, digest);
            if (update.executeUpdate() == 1) {
                return;
            }
        }
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String salt = HexFormat.of().formatHex(random);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO installation"
                + " (id, key_salt, key_check, schema_digest, created) VALUES (1, ?, ?, ?, CURRENT_TIMESTAMP)")) {
            insert.setString(1, salt);
            insert.setString(2, check(salt));
            insert.setString(3, digest);
            insert.executeUpdate();
        }
    }

    private String check(String salt) {
        return HexFormat.of().formatHex(hmac(checkKey, ("check/" + salt).getBytes(StandardCharsets.US_ASCII)));
    }

    private static Optional<Row> row(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), TABLE, null)) {
            if (!tables.next()) {
                return Optional.empty();
            }
        }
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT key_salt, key_check, schema_digest FROM installation WHERE id = 1");
                ResultSet result = query.executeQuery()) {
            return result.next()
                    ? Optional.of(new Row(result.getString(1), result.getString(2), result.getString(3)))
                    : Optional.empty();
        }
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
