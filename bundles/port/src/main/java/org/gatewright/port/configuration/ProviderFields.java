package org.gatewright.port.configuration;

import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.Length;
import org.gatewright.spi.settings.RefersTo;
import org.gatewright.spi.settings.Title;

/** The fields that every provider has beside the settings of its type. */
public record ProviderFields(
        @Title("Name") @Length(min = 1, max = 200) String name,

        @Title("Authentication flow") @Help("Signs a user in; the brand's if empty.") @RefersTo("flow")
        Optional<UUID> authenticationFlow,

        @Title("Authorization flow")
        @Help("Asks for consent; the one with implicit consent if empty.")
        @RefersTo("flow")
        Optional<UUID> authorizationFlow,

        @Title("Invalidation flow") @Help("Signs a user out; the brand's if empty.") @RefersTo("flow")
        Optional<UUID> invalidationFlow) {}
