package org.gatewright.kernel.plugins.canary;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gatewright.kernel.plugins.PluginVersion;
import org.gatewright.kernel.plugins.guard.CallRecorder;
import org.gatewright.kernel.plugins.guard.Outcome;
import org.gatewright.port.plugins.PluginCanaries.Compared;
import org.gatewright.port.plugins.PluginCanaries.Figures;

/** Follows the calls of pairs of versions: a canary and the one beside which it is called. Costs a call next to nothing while there is none. */
public final class Comparison {

    /** A canary, and the active version beside it. */
    public record Pair(PluginVersion canary, PluginVersion active) {}

    /** The samples of both, by type. */
    private record Samples(Map<String, Sample> own, Map<String, Sample> others) {
        Samples() {
            this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }
    }

    private volatile Map<Pair, Samples> followed = Map.of();
    private volatile Map<PluginVersion, Map<String, Sample>> samples = Map.of();

    /** Returns a recorder that counts the calls of a type while its version is followed. */
    public CallRecorder of(PluginVersion version, String type, CallRecorder next) {
        return (outcome, nanoseconds) -> {
            Map<String, Sample> counted = samples.get(version);
            if (counted != null && outcome != Outcome.REFUSED) {
                counted.computeIfAbsent(type, any -> new Sample()).add(outcome != Outcome.OK, nanoseconds);
            }
            next.record(outcome, nanoseconds);
        };
    }

    /** Follows these from now on, and no others; pairs that were followed before keep what was counted. */
    public synchronized void follow(Collection<Pair> pairs) {
        Map<Pair, Samples> next = new HashMap<>();
        Map<PluginVersion, Map<String, Sample>> counted = new HashMap<>();
        pairs.forEach(pair -> {
            Samples both = followed.getOrDefault(pair, new Samples());
            next.put(pair, both);
            counted.put(pair.canary(), both.own());
            counted.put(pair.active(), both.others());
        });
        followed = Map.copyOf(next);
        samples = Map.copyOf(counted);
    }

    /** Returns how the types of the canary did, ordered by type; empty if it is not followed. */
    public List<Compared> figures(Pair pair) {
        Samples both = followed.getOrDefault(pair, new Samples());
        return both.own().keySet().stream()
                .sorted(Comparator.naturalOrder())
                .map(type -> new Compared(type, figures(both.own(), type), figures(both.others(), type)))
                .toList();
    }

    private static Figures figures(Map<String, Sample> samples, String type) {
        Sample sample = samples.get(type);
        return sample == null ? Figures.NONE : sample.figures();
    }
}
