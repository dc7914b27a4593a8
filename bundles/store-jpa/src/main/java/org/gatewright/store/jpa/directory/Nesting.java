package org.gatewright.store.jpa.directory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gatewright.store.jpa.transaction.Statements;

/**
 * Keeps, for each group, all that it is nested in. Nesting changes seldom and is asked for with every request, so the work is done at the change. A circle, which
 * the kernel refuses, does no harm here.
 */
final class Nesting {

    private Nesting() {}

    /** Computes the ancestors anew after a change of parents. One transaction after the other does it. */
    static void changed(Statements statements) {
        statements.sql("UPDATE group_nesting SET changes = changes + 1 WHERE id = 1");
        Map<UUID, Set<UUID>> parents = new HashMap<>();
        for (List<UUID> pair : Links.PARENT.all(statements)) {
            parents.computeIfAbsent(pair.get(0), group -> new HashSet<>()).add(pair.get(1));
        }
        Set<List<UUID>> wanted = pairs(parents);
        for (List<UUID> pair : Links.ANCESTOR.all(statements)) {
            boolean itself = pair.get(0).equals(pair.get(1));
            if (!wanted.remove(pair) && !itself) {
                Links.ANCESTOR.remove(statements, pair.get(0), pair.get(1));
            }
        }
        wanted.forEach(pair -> Links.ANCESTOR.add(statements, pair.get(0), pair.get(1)));
    }

    private static Set<List<UUID>> pairs(Map<UUID, Set<UUID>> parents) {
        Set<List<UUID>> pairs = new HashSet<>();
        for (UUID group : parents.keySet()) {
            Deque<UUID> open = new ArrayDeque<>(List.of(group));
            while (!open.isEmpty()) {
                for (UUID parent : parents.getOrDefault(open.remove(), Set.of())) {
                    if (pairs.add(List.of(group, parent))) {
                        open.add(parent);
                    }
                }
            }
        }
        return pairs;
    }
}
