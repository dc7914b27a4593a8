package org.gatewright.spi.stage;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * One step of a flow. Implementations are stateless services, safe for use by several threads: everything a visit needs comes in with the context, and everything
 * it decides goes out as the result. The engine persists the outcome and picks the next step.
 *
 * @since 1.0
 */
@ConsumerType
public interface Stage {

    /** Handles one visit of the step, with the visitor's answers if there are any yet. */
    StageResult handle(StageContext context);
}
