package org.gatewright.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.gatewright.port.configuration.ConfigurationSnapshot;
import org.gatewright.port.configuration.EngineMode;
import org.gatewright.port.policy.Decision;
import org.gatewright.port.policy.PolicyEngine;
import org.gatewright.port.policy.PolicyQuestion;
import org.gatewright.spi.data.JsonObject;

/**
 * Refuses some targets.
 *
 * @param refused their ids
 * @param tried what was asked for a try
 */
record FakePolicies(Set<UUID> refused, List<PolicyQuestion> tried) implements PolicyEngine {

    FakePolicies(Set<UUID> refused) {
        this(refused, new ArrayList<>());
    }

    @Override
    public Decision decide(ConfigurationSnapshot configuration, UUID target, EngineMode mode, PolicyQuestion question) {
        return new Decision(!refused.contains(target), List.of(), JsonObject.empty());
    }

    @Override
    public Decision test(ConfigurationSnapshot configuration, UUID policy, PolicyQuestion question) {
        tried.add(question);
        return refused.contains(policy)
                ? new Decision(false, List.of("No."), JsonObject.of("outcome", "fail"))
                : new Decision(true, List.of(), JsonObject.of("outcome", "pass"));
    }
}
