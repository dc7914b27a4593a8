package org.gatewright.spi.directory;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;

/**
 * A user at one moment.
 *
 * @param id never changes and is never given to another user
 * @param pk the number that the API knows the user by
 * @param username unique, compared without case
 * @param name the full name, may be empty
 * @param email may be empty; unique where it is not
 * @param active a user who is not may not sign in
 * @param superuser a member, directly or through nesting, of a group that makes its members superusers
 * @param type what the user is
 * @param path a folder-like place such as {@code users}
 * @param attributes free data of the organisation
 * @param lastLogin when the user last signed in
 * @param createdAt when the user was created
 * @since 1.0
 */
public record User(
        UUID id,
        long pk,
        String username,
        String name,
        String email,
        boolean active,
        boolean superuser,
        UserType type,
        String path,
        JsonObject attributes,
        Optional<Instant> lastLogin,
        Instant createdAt) {}
