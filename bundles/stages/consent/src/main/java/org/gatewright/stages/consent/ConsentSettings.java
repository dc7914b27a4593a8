package org.gatewright.stages.consent;

import java.time.Duration;
import java.util.Optional;
import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.Title;

/**
 * Settings of one consent step.
 *
 * @param mode how long an agreement is remembered
 * @param consentExpireIn the time, if it is not for ever
 */
public record ConsentSettings(
        @Title("Mode") @Help("How long an agreement is remembered.") @Default("expiring")
        ConsentMode mode,

        @Title("Expires in") @Help("Counts in the mode expiring.") @Default("weeks=4")
        Duration consentExpireIn) {

    /** Tells for how long to remember an agreement; empty for ever. */
    Optional<Duration> lifetime() {
        return mode == ConsentMode.PERMANENT ? Optional.empty() : Optional.of(consentExpireIn);
    }
}
