package org.gatewright.protocols.oauth2.claims;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.gatewright.protocols.oauth2.settings.SubjectMode;
import org.gatewright.spi.directory.User;

/** Names users to clients. A user who lacks what the mode asks for is named by the hash, so the name is never empty and never another user's. */
public final class Subjects {

    private Subjects() {}

    /** Returns the claim {@code sub} of the user. */
    public static String name(User user, SubjectMode mode) {
        return switch (mode) {
            case HASHED_USER_ID -> hash(user);
            case USER_ID -> Long.toString(user.pk());
            case USER_UUID -> user.id().toString();
            case USER_USERNAME -> orHash(Optional.of(user.username()), user);
            case USER_EMAIL -> orHash(Optional.of(user.email()), user);
            case USER_UPN -> orHash(user.attributes().text("upn"), user);
        };
    }

    private static String orHash(Optional<String> name, User user) {
        return name.filter(text -> !text.isBlank()).orElseGet(() -> hash(user));
    }

    /** The id is random and this server's own, so the hash can neither be guessed nor met elsewhere. */
    private static String hash(User user) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("oauth2/sub/" + user.id()).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
