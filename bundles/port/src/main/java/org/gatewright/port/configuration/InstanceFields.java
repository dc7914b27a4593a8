package org.gatewright.port.configuration;

import org.gatewright.spi.settings.Length;
import org.gatewright.spi.settings.Title;

/** The fields that every instance of a stage or policy type has beside its settings. */
public record InstanceFields(
        @Title("Name") @Length(min = 1, max = 200) String name) {}
