package org.gatewright.authenticators.backupcodes;

import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Range;
import org.gatewright.spi.settings.Title;

/**
 * Settings of one sort of backup codes.
 *
 * @param tokenCount codes that a user gets at once
 * @param tokenLength characters of a code, five bits each
 */
public record StaticSettings(
        @Title("Number of codes") @Range(min = 1, max = 20) @Default("6")
        int tokenCount,

        @Title("Characters of a code") @Range(min = 12, max = 32) @Default("16")
        int tokenLength) {}
