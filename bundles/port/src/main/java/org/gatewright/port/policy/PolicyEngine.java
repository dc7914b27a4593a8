package org.gatewright.port.policy;

import java.util.UUID;
import org.gatewright.port.configuration.ConfigurationSnapshot;
import org.gatewright.port.configuration.EngineMode;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Asks what is bound to a flow, a stage binding or an application. Nothing bound passes. All group and user bindings together are one vote, which passes if one of
 * them does. A policy that fails, takes longer than its time limit, or is not installed votes its binding's failure result.
 */
@ProviderType
public interface PolicyEngine {

    /** Decides. */
    Decision decide(ConfigurationSnapshot configuration, UUID target, EngineMode mode, PolicyQuestion question);

    /** Asks one policy as if it were bound in the usual way, for an administrator who tries it. What it explains is one vote. */
    Decision test(ConfigurationSnapshot configuration, UUID policy, PolicyQuestion question);
}
