package org.gatewright.stages.deny;

import java.util.Optional;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.Title;

/**
 * Settings of one denying step.
 *
 * @param denyMessage what the visitor is told
 */
public record DenySettings(
        @Title("Message") @Help("What the visitor is told. Without one: Access denied.")
        Optional<String> denyMessage) {}
