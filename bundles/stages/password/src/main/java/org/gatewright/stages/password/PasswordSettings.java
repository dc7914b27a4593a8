package org.gatewright.stages.password;

import java.util.List;
import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.Range;
import org.gatewright.spi.settings.Title;

/**
 * Settings of one password step.
 *
 * @param backends credential back ends, asked in this order
 * @param failedAttemptsBeforeCancel refused answers after which the flow ends
 * @param allowShowPassword whether the page offers to show what is typed
 */
public record PasswordSettings(
        @Title("Credential back ends")
        @Help("Names of credential back ends; they are asked in this order until one knows the user.")
        @Default("[\"internal\"]")
        List<String> backends,

        @Title("Failed attempts before the flow ends") @Range(min = 1, max = 100) @Default("5")
        int failedAttemptsBeforeCancel,

        @Title("Offer to show the password") @Default("false")
        boolean allowShowPassword) {

    /** Copies the back ends. */
    public PasswordSettings {
        backends = List.copyOf(backends);
    }
}
