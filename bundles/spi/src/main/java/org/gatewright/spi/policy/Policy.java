package org.gatewright.spi.policy;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A rule. Without side effects, stateless, safe for use by several threads; the engine bounds its time and decides what a failure counts as.
 *
 * @since 1.0
 */
@ConsumerType
public interface Policy {

    /** Decides. */
    Verdict decide(PolicyContext context);
}
