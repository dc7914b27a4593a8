package org.gatewright.kernel.plugins;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.gatewright.kernel.plugins.Board.TypeKey;
import org.gatewright.port.plugins.Shelter;
import org.gatewright.spi.plugin.Kind;

/**
 * Types whose services went a moment ago although nobody decided so, as those of a bundle that is updated in place do. Who needs one waits for it, but not for longer
 * than is left since it went. Safe for use by threads.
 */
final class Absences {

    private final Duration patience;

    /** When nobody waits any more, by {@link System#nanoTime}. */
    private final Map<TypeKey, Long> ends = new HashMap<>();

    Absences(Duration patience) {
        this.patience = patience;
    }

    /** The type has gone just now. */
    synchronized void missed(TypeKey type) {
        ends.put(type, System.nanoTime() + patience.toNanos());
    }

    /** Types may have come back. */
    synchronized void changed() {
        notifyAll();
    }

    /** Looks for what belongs to a type, and waits for it if the type went a moment ago. The time is not that of a plug-in that is being called. */
    <T> Optional<T> find(TypeKey type, Supplier<Optional<T>> search) {
        Optional<T> found = search.get();
        return found.isPresent() || !isMissed(type) ? found : Shelter.in(() -> await(type, search));
    }

    /** Waits for all types of the kind that went a moment ago. */
    void settle(Kind kind, Supplier<Board> board) {
        for (TypeKey type : missed(kind)) {
            find(type, () -> board.get().active(type.kind(), type.type()));
        }
    }

    private synchronized Iterable<TypeKey> missed(Kind kind) {
        return ends.keySet().stream().filter(type -> type.kind() == kind).toList();
    }

    private synchronized boolean isMissed(TypeKey type) {
        return left(type) > 0;
    }

    private synchronized <T> Optional<T> await(TypeKey type, Supplier<Optional<T>> search) {
        Optional<T> found = search.get();
        try {
            for (long left = left(type); found.isEmpty() && left > 0; left = left(type)) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                found = search.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return found;
    }

    /** Returns the nanoseconds that are left to wait. */
    private long left(TypeKey type) {
        Long end = ends.get(type);
        if (end == null) {
            return 0;
        }
        long left = end - System.nanoTime();
        if (left <= 0) {
            ends.remove(type);
        }
        return left;
    }
}
