package org.gatewright.stages.authenticatorvalidate;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.RefersTo;
import org.gatewright.spi.settings.Title;

/**
 * Settings of one step that asks for a second factor.
 *
 * @param deviceClasses types of the methods that count; none stands for all
 * @param notConfiguredAction what happens to a user who has none of them
 * @param configurationStages what a user who has none goes through to set some up, in this order
 * @param lastAuthThreshold how long a second factor that was proved in the same session counts
 */
public record AuthenticatorValidateSettings(
        @Title("Second factors that count")
        @Help(
                "Names of types, such as those that “authenticatormethods/types” lists; none stands for all that are installed.")
        List<String> deviceClasses,

        @Title("Users without a second factor")
        @Help(
                "Set this to “configure” to require a second factor of everybody: who has none sets one up at the next sign-in.")
        @Default("skip")
        NotConfiguredAction notConfiguredAction,

        @Title("Set-up steps")
        @Help("What a user without a second factor goes through, in this order.")
        @RefersTo("stage")
        List<UUID> configurationStages,

        @Title("How long a second factor counts in the same session") @Default("seconds=0")
        Duration lastAuthThreshold) {

    /** Copies the lists. */
    public AuthenticatorValidateSettings {
        deviceClasses = List.copyOf(deviceClasses);
        configurationStages = List.copyOf(configurationStages);
    }

    /** Tells whether methods of the type count. */
    boolean takes(String type) {
        return deviceClasses.isEmpty() || deviceClasses.contains(type);
    }
}
