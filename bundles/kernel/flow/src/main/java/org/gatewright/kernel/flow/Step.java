package org.gatewright.kernel.flow;

import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.plugins.Pin;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.plugin.Kind;

/**
 * One step of a plan with what it keeps between two visits.
 *
 * @param binding the stage binding it was planned from
 * @param stage the instance
 * @param name of the instance, for sentences about it even when it is gone
 * @param pin the version it was planned with; without a version if none was installed then
 * @param shown the component it asked with last, empty before
 * @param failures how often answers were refused
 * @param guest the step that is asked on the page of this one, once it has been visited
 */
record Step(
        UUID binding,
        UUID stage,
        String name,
        Pin pin,
        StepRules rules,
        String shown,
        JsonObject state,
        int failures,
        Optional<Step> guest) {

    boolean isPinned() {
        return !pin.version().isEmpty();
    }

    Step pinnedTo(Pin version) {
        return new Step(binding, stage, name, version, rules, shown, state, failures, guest);
    }

    Step asking(String component, JsonObject kept, boolean refused) {
        return new Step(binding, stage, name, pin, rules, component, kept, refused ? failures + 1 : failures, guest);
    }

    /** This step, to be visited again when others are done. */
    Step waiting(JsonObject kept) {
        return new Step(binding, stage, name, pin, rules, "", kept, failures, guest);
    }

    /** The guest of this step as it was left, or a new one. */
    Step guest(UUID instance, String named, String type) {
        return guest.filter(before -> before.stage().equals(instance))
                .orElseGet(() -> new Step(
                        binding,
                        instance,
                        named,
                        new Pin(Kind.STAGE, type, "", 0),
                        rules,
                        "",
                        JsonObject.empty(),
                        0,
                        Optional.empty()));
    }

    Step hosting(Step visited) {
        return new Step(binding, stage, name, pin, rules, shown, state, failures, Optional.of(visited));
    }

    /** This step with the failures of one that was in an earlier plan. */
    Step countingOn(Step before) {
        Optional<Step> guests = before.guest().map(Step::afresh);
        return new Step(binding, stage, name, pin, rules, shown, state, before.failures(), guests);
    }

    /** The same step, begun again: only the count of failures stays. */
    Step afresh() {
        return new Step(binding, stage, name, pin, rules, "", JsonObject.empty(), failures, guest.map(Step::afresh));
    }
}
