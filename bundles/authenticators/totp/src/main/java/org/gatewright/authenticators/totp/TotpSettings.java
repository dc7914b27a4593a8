package org.gatewright.authenticators.totp;

import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.Range;
import org.gatewright.spi.settings.Title;

/**
 * Settings of one sort of app codes.
 *
 * @param digits length of a code; counts for devices that are added from now on
 * @param algorithm counts for devices that are added from now on
 * @param drift steps of 30 seconds by which the clock of a device may be wrong, in either direction
 */
public record TotpSettings(
        @Title("Digits of a code")
        @Help("For devices that are added from now on.")
        @Range(min = 6, max = 8)
        @Default("6")
        int digits,

        @Title("Algorithm")
        @Help("For devices that are added from now on. Many apps know SHA-1 only, which is good for this use.")
        @Default("sha1")
        Algorithm algorithm,

        @Title("Drift")
        @Help("Steps of 30 seconds by which the clock of a device may be wrong, in either direction.")
        @Range(min = 0, max = 10)
        @Default("1")
        int drift) {}
