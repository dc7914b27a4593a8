package org.gatewright.kernel.flow;

import org.gatewright.port.configuration.EngineMode;
import org.gatewright.port.configuration.StageBindingFields.InvalidResponseAction;

/**
 * What the binding said about the step when the flow was planned.
 *
 * @param reEvaluate whether policies are asked just before the step runs
 * @param mode how they make one decision
 * @param onRefusal what happens after a refused answer
 */
record StepRules(boolean reEvaluate, EngineMode mode, InvalidResponseAction onRefusal) {}
