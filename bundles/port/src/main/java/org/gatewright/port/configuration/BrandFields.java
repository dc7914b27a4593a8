package org.gatewright.port.configuration;

import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.Length;
import org.gatewright.spi.settings.RefersTo;
import org.gatewright.spi.settings.Title;

/** The fields of a brand. The last underscore of a component's name is not part of its JSON name. */
public record BrandFields(
        @Title("Domain") @Help("The brand serves this host name and those below it.") @Length(min = 1, max = 253)
        String domain,

        @Title("Default") @Help("Serves all host names that no other brand does.")
        boolean default_,

        @Title("Title") @Length(max = 200) @Default("Gatewright")
        String brandingTitle,

        @Title("Logo") @Default("") String brandingLogo,
        @Title("Favicon") @Default("") String brandingFavicon,
        @Title("Sign-in flow") @RefersTo("flow") Optional<UUID> flowAuthentication,
        @Title("Sign-out flow") @RefersTo("flow") Optional<UUID> flowInvalidation,
        @Title("Recovery flow") @RefersTo("flow") Optional<UUID> flowRecovery,

        @Title("Default application") @RefersTo("application")
        Optional<UUID> defaultApplication) {}
