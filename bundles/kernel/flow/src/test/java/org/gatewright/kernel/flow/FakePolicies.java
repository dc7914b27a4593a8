package org.gatewright.kernel.flow;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.gatewright.port.configuration.ConfigurationSnapshot;
import org.gatewright.port.configuration.EngineMode;
import org.gatewright.port.policy.Decision;
import org.gatewright.port.policy.PolicyEngine;
import org.gatewright.port.policy.PolicyQuestion;
import org.gatewright.spi.data.JsonObject;

/** Policies as predicates by target. */
final class FakePolicies implements PolicyEngine {

    final Map<UUID, Predicate<PolicyQuestion>> rules = new ConcurrentHashMap<>();

    @Override
    public Decision decide(ConfigurationSnapshot configuration, UUID target, EngineMode mode, PolicyQuestion question) {
        boolean passes = rules.getOrDefault(target, any -> true).test(question);
        return new Decision(
                passes,
                passes ? List.of() : List.of("The rule says no."),
                JsonObject.of("passes", passes).with("mode", mode));
    }

    @Override
    public Decision test(ConfigurationSnapshot configuration, UUID policy, PolicyQuestion question) {
        throw new UnsupportedOperationException("flows try no policy");
    }
}
