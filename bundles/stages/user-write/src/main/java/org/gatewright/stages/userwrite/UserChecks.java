package org.gatewright.stages.userwrite;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.directory.UserField;
import org.gatewright.spi.stage.FieldError;

/** Says what keeps a user from being written, by the field whose correction would help. */
final class UserChecks {

    static final String USERNAME = "username";
    static final String EMAIL = "email";

    private static final Pattern USERNAME_SYNTAX = Pattern.compile("[\\p{L}\\p{M}\\p{N}@.+_-]{1,150}");
    private static final Pattern EMAIL_SYNTAX = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\".]+(\\.[^\\s@<>\".]+)*");
    private static final int MAX_EMAIL = 254;
    private static final FieldError NO_USERNAME =
            new FieldError("A user name has 1 to 150 characters: letters, digits and @ . + - _ only.", "invalid");
    private static final FieldError NO_EMAIL = new FieldError("Enter an e-mail address.", "invalid");
    private static final FieldError TAKEN = new FieldError("A user with this name exists already.", "unique");
    private static final FieldError EMAIL_TAKEN =
            new FieldError("A user with this e-mail address exists already.", "unique");

    private final Directory directory;

    UserChecks(Directory directory) {
        this.directory = directory;
    }

    /**
     * Checks the names.
     *
     * @param self the user who may have them already
     */
    Map<String, FieldError> check(Optional<String> username, Optional<String> email, Optional<UUID> self) {
        Map<String, FieldError> errors = new LinkedHashMap<>();
        email.flatMap(value -> emailError(value, self)).ifPresent(error -> errors.put(EMAIL, error));
        username.flatMap(value -> usernameError(value, self)).ifPresent(error -> {
            // A user name that was made of the e-mail address is corrected there.
            if (!username.equals(email) || !errors.containsKey(EMAIL)) {
                errors.put(USERNAME, error);
            }
        });
        return errors;
    }

    private Optional<FieldError> usernameError(String username, Optional<UUID> self) {
        if (!USERNAME_SYNTAX.matcher(username).matches()) {
            return Optional.of(NO_USERNAME);
        }
        return isTaken(username, UserField.USERNAME, self) ? Optional.of(TAKEN) : Optional.empty();
    }

    private Optional<FieldError> emailError(String email, Optional<UUID> self) {
        if (email.length() > MAX_EMAIL || !EMAIL_SYNTAX.matcher(email).matches()) {
            return Optional.of(NO_EMAIL);
        }
        return isTaken(email, UserField.EMAIL, self) ? Optional.of(EMAIL_TAKEN) : Optional.empty();
    }

    private boolean isTaken(String value, UserField field, Optional<UUID> self) {
        return directory
                .find(value, Set.of(field), true)
                .filter(user -> !self.equals(Optional.of(user.id())))
                .isPresent();
    }
}
