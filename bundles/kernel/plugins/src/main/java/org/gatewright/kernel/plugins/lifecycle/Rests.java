package org.gatewright.kernel.plugins.lifecycle;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.gatewright.kernel.plugins.PluginVersion;

/** How long versions rest: twice as long each time, up to a limit, and from the beginning once one has done well. Moments are those of {@link System#nanoTime}. */
final class Rests {

    private static final int LONGEST = 16;

    private final Duration first;
    private final Map<PluginVersion, Rest> last = new HashMap<>();

    private record Rest(long end, Duration length) {}

    Rests(Duration first) {
        this.first = first;
    }

    /** Returns the length of the rest that begins now. One has done well that lived longer than the longest rest since its last one. */
    synchronized Duration next(PluginVersion version, long now) {
        Duration longest = first.multipliedBy(LONGEST);
        Rest before = last.get(version);
        Duration length = first;
        if (before != null && now - before.end() < longest.toNanos()) {
            Duration doubled = before.length().multipliedBy(2);
            length = doubled.compareTo(longest) < 0 ? doubled : longest;
        }
        last.put(version, new Rest(now + length.toNanos(), length));
        return length;
    }
}
