package org.gatewright.port.configuration;

import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.Range;
import org.gatewright.spi.settings.RefersTo;
import org.gatewright.spi.settings.Title;

/** The fields of a policy binding. Exactly one of policy, group and user is set. */
public record PolicyBindingFields(
        @Title("Target") @Help("A flow, a stage binding or an application.")
        UUID target,

        @Title("Policy") @RefersTo("policy") Optional<UUID> policy,
        @Title("Group") @RefersTo("group") Optional<UUID> group,
        @Title("User") @RefersTo("user") Optional<Long> user,
        @Title("Negate") boolean negate,
        @Title("Enabled") @Default("true") boolean enabled,
        @Title("Order") @Default("0") int order,

        @Title("Time limit") @Help("Seconds.") @Range(min = 1, max = 300) @Default("30")
        int timeout,

        @Title("Result of a failure") @Help("What counts if the policy fails or takes too long.")
        boolean failureResult) {}
