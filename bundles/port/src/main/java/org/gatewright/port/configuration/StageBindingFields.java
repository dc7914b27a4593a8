package org.gatewright.port.configuration;

import java.util.UUID;
import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.RefersTo;
import org.gatewright.spi.settings.Title;

/** The fields of a binding of a stage to a flow. */
public record StageBindingFields(
        @Title("Flow") @RefersTo("flow") UUID target,
        @Title("Stage") @RefersTo("stage") UUID stage,
        @Title("Order") int order,

        @Title("Evaluate on plan") @Help("Ask the policies when the flow begins.")
        boolean evaluateOnPlan,

        @Title("Evaluate when run") @Help("Ask the policies just before the stage runs.") @Default("true")
        boolean reEvaluatePolicies,

        @Title("Policy engine mode") @Default("any") EngineMode policyEngineMode,
        @Title("After a refused answer") @Default("retry") InvalidResponseAction invalidResponseAction) {

    /** What happens after a refused answer. */
    public enum InvalidResponseAction {
        /** The same step is shown again. */
        RETRY,
        /** The flow begins again. */
        RESTART,
        /** The flow begins again with the facts it has. */
        RESTART_WITH_CONTEXT
    }
}
