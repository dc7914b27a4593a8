package org.gatewright.stages.userwrite;

import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.directory.UserType;
import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.RefersTo;
import org.gatewright.spi.settings.Title;

/**
 * Settings of one writing step.
 *
 * @param userCreationMode whether it makes users
 * @param createUsersAsInactive whether users it makes may not sign in until somebody activates them
 * @param createUsersGroup the group that users it makes join
 * @param userType what users it makes are
 * @param userPathTemplate where users it makes are
 */
public record UserWriteSettings(
        @Title("Creation of users") @Default("create_when_required")
        UserCreationMode userCreationMode,

        @Title("Create users as inactive")
        @Help("New users cannot sign in until somebody activates them.")
        @Default("false")
        boolean createUsersAsInactive,

        @Title("Group")
        @Help("New users join this group. Visitors cannot join one that gives permissions.")
        @RefersTo("group")
        Optional<UUID> createUsersGroup,

        @Title("User type") @Default("external") UserType userType,
        @Title("Path") @Default("users") String userPathTemplate) {}
