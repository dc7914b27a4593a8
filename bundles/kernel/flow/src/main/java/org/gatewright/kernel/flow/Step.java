package org.gatewright.kernel.flow;

import java.util.UUID;
import org.gatewright.port.plugins.Pin;
import org.gatewright.spi.data.JsonObject;

/**
 * One step of a plan with what it keeps between two visits.
 *
 * @param binding the stage binding it was planned from
 * @param stage the instance
 * @param name of the instance, for sentences about it even when it is gone
 * @param pin the version it was planned with; without a version if none was installed then
 * @param shown the component it asked with last, empty before
 * @param failures how often answers were refused
 */
record Step(
        UUID binding, UUID stage, String name, Pin pin, StepRules rules, String shown, JsonObject state, int failures) {

    boolean isPinned() {
        return !pin.version().isEmpty();
    }

    Step pinnedTo(Pin version) {
        return new Step(binding, stage, name, version, rules, shown, state, failures);
    }

    Step asking(String component, JsonObject kept, boolean refused) {
        return new Step(binding, stage, name, pin, rules, component, kept, refused ? failures + 1 : failures);
    }

    Step withFailures(int count) {
        return new Step(binding, stage, name, pin, rules, shown, state, count);
    }

    /** The same step, begun again: only the count of failures stays. */
    Step afresh() {
        return new Step(binding, stage, name, pin, rules, "", JsonObject.empty(), failures);
    }
}
