package org.gatewright.stages.authenticatorsetup;

import java.util.UUID;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.RefersTo;
import org.gatewright.spi.settings.Title;

/**
 * Settings of one step that adds a second factor.
 *
 * @param method the instance of a method
 */
public record AuthenticatorSetupSettings(
        @Title("Second factor") @Help("What users set up here.") @RefersTo("authenticator")
        UUID method) {}
