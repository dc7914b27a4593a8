package org.gatewright.stages.identification;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.directory.UserField;
import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.RefersTo;
import org.gatewright.spi.settings.Title;

/**
 * Settings of one identification step.
 *
 * @param userFields what a visitor may name themselves by
 * @param caseInsensitiveMatching whether upper and lower case count as the same
 * @param showMatchedUser whether the next pages show the user name that was found rather than what was typed
 * @param pretendUserExists whether the flow goes on for a user who does not exist
 * @param enableRememberMe whether the page offers to remember the user name in the browser
 * @param passwordStage asks for the password on the same page
 * @param enrollmentFlow makes an account; the page links to it
 * @param recoveryFlow helps those who forgot their password; the page links to it
 * @param passwordlessFlow signs in without a password; the page links to it
 */
public record IdentificationSettings(
        @Title("User fields") @Help("What a visitor may name themselves by.") @Default("[\"username\",\"email\"]")
        List<UserField> userFields,

        @Title("Ignore case") @Default("true") boolean caseInsensitiveMatching,

        @Title("Show the user found")
        @Help(
                "The next pages show the user name that was found. Has no effect while users are pretended, since it would tell that the user exists.")
        @Default("true")
        boolean showMatchedUser,

        @Title("Pretend that the user exists")
        @Help("The flow goes on for an unknown user, so that nobody can find out who has an account.")
        @Default("true")
        boolean pretendUserExists,

        @Title("Offer to remember the user name") @Default("false")
        boolean enableRememberMe,

        @Title("Password stage")
        @Help(
                "The password is asked for on the same page, with the settings of this stage, which then need not be bound to the flow.")
        @RefersTo(value = "stage", type = "password")
        Optional<UUID> passwordStage,

        @Title("Enrollment flow") @Help("The page links to it for those who have no account.") @RefersTo("flow")
        Optional<UUID> enrollmentFlow,

        @Title("Recovery flow") @Help("The page links to it for those who forgot their password.") @RefersTo("flow")
        Optional<UUID> recoveryFlow,

        @Title("Passwordless flow")
        @Help("The page links to it for those who sign in without a password.")
        @RefersTo("flow")
        Optional<UUID> passwordlessFlow) {

    /** Copies the fields. */
    public IdentificationSettings {
        userFields = List.copyOf(userFields);
    }
}
