package org.gatewright.outposts.ldap;

import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import java.time.Duration;

/**
 * How far a search goes: as the client wants, but no further than the server lets anybody.
 *
 * @param entries the most that are sent
 * @param end when it stops, as {@link System#nanoTime}
 */
record Limits(int entries, long end) {

    /** Entries of one search that is not paged. */
    static final int MOST = 5_000;

    /** Entries of one page. */
    static final int PAGE = 1_000;

    private static final Duration LONGEST = Duration.ofSeconds(20);

    static Limits of(SearchRequestProtocolOp request) {
        int wanted = request.getSizeLimit();
        int seconds = request.getTimeLimit();
        Duration time = seconds > 0 && seconds < LONGEST.toSeconds() ? Duration.ofSeconds(seconds) : LONGEST;
        return new Limits(wanted > 0 ? Math.min(wanted, MOST) : MOST, System.nanoTime() + time.toNanos());
    }

    boolean isLate() {
        return System.nanoTime() - end > 0;
    }
}
