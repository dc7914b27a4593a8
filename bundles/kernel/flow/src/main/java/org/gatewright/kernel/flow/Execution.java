package org.gatewright.kernel.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;

/**
 * A flow on its way.
 *
 * @param steps the plan
 * @param cursor index of the current step; the number of steps when all are done
 * @param facts what the steps have found out
 * @param holder the user of the browser's session, as far as this flow knows
 */
record Execution(Origin origin, List<Step> steps, int cursor, JsonObject facts, Optional<UUID> holder) {

    /** As many steps a flow may have, with those that stages insert. */
    static final int MOST = 64;

    Execution {
        steps = List.copyOf(steps);
    }

    boolean isOver() {
        return cursor >= steps.size();
    }

    Step current() {
        return steps.get(cursor);
    }

    Execution withCurrent(Step step) {
        List<Step> copy = new ArrayList<>(steps);
        copy.set(cursor, step);
        return new Execution(origin, copy, cursor, facts, holder);
    }

    Execution skipped() {
        return new Execution(origin, steps, cursor + 1, facts, holder);
    }

    /** With other steps in front of the current one. */
    Execution inserting(List<Step> first) {
        List<Step> longer = new ArrayList<>(steps);
        longer.addAll(cursor, first);
        return new Execution(origin, longer, cursor, facts, holder);
    }

    /** After the current step, which needs its state no more. */
    Execution done(JsonObject found) {
        return withCurrent(current().afresh()).withFacts(found).skipped();
    }

    Execution withFacts(JsonObject found) {
        return new Execution(origin, steps, cursor, facts.merge(found), holder);
    }

    Execution heldBy(Optional<UUID> user) {
        return new Execution(origin, steps, cursor, facts, user);
    }

    /** Keeps facts out of logs. */
    @Override
    public String toString() {
        return "Execution[" + origin.id() + ", " + origin.slug() + ", step " + cursor + "]";
    }
}
