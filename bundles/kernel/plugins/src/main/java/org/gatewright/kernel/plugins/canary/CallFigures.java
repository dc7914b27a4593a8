package org.gatewright.kernel.plugins.canary;

import java.util.List;
import org.gatewright.port.plugins.PluginCanaries.Compared;

/** Knows how the calls of canaries went, and of the versions beside them. */
@FunctionalInterface
public interface CallFigures {

    /** Returns what was counted, ordered by type; empty if there is no such pair. */
    List<Compared> of(Comparison.Pair pair);
}
