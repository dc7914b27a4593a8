package org.gatewright.mappings.cel;

import com.google.re2j.Pattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.mapping.ExpressionError;
import org.gatewright.spi.mapping.Limits;
import org.jspecify.annotations.Nullable;

/** What one evaluation has used. The functions of CEL do not know for which evaluation they are called, but on which thread. */
final class Meter {

    private static final ThreadLocal<@Nullable Meter> CURRENT = new ThreadLocal<>();

    private static final int MOST_LEAVES = 1_000;

    private final Limits limits;
    private final Map<String, Pattern> patterns = new HashMap<>();
    private long begin = System.nanoTime();
    private long steps;
    private @Nullable GatewrightException reached;

    Meter(Limits limits) {
        this.limits = limits;
    }

    /** Work that fails as evaluating does. */
    interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /** Does the work on this meter; an evaluation within another one has its own. */
    <T, E extends Exception> T measure(Work<T, E> work) throws E {
        Meter outer = CURRENT.get();
        CURRENT.set(this);
        try {
            T result = work.run();
            if (reached != null) {
                throw reached;
            }
            return result;
        } finally {
            CURRENT.set(outer);
        }
    }

    static Meter current() {
        Meter meter = CURRENT.get();
        if (meter == null) {
            throw new IllegalStateException("nothing is being evaluated");
        }
        return meter;
    }

    /** Counts steps. What reached a limit stays so, whatever the expression makes of the error. */
    void charge(long count) {
        steps += count;
        if (steps > limits.steps()) {
            throw reach("The expression takes more than " + limits.steps() + " steps.");
        }
        if (System.nanoTime() - begin > limits.time().toNanos()) {
            throw reach("The expression takes longer than " + limits.time().toMillis() + " milliseconds.");
        }
    }

    /** Counts what is made: its size is bounded as well. */
    void make(long size) {
        make(size, size);
    }

    /** Counts the steps in which something of that size is made. */
    void make(long size, long count) {
        if (size > limits.size()) {
            throw reach("The expression makes a value of more than " + limits.size() + " characters or elements.");
        }
        charge(count);
    }

    /**
     * Counts the parts of an element of a list that a macro makes. Where an element holds the one before several times, it has few parts and soon more leaves than anybody
     * could visit; the library visits them all.
     */
    void weigh(Object element) {
        charge(leaves(element, 0));
    }

    private int leaves(Object value, int before) {
        int leaves = before + 1;
        if (leaves > MOST_LEAVES) {
            throw reach("The expression makes lists within lists with more than " + MOST_LEAVES + " elements.");
        }
        Iterable<?> parts =
                value instanceof List<?> list ? list : value instanceof Map<?, ?> map ? map.values() : List.of();
        for (Object part : parts) {
            leaves = leaves(part, leaves);
        }
        return leaves;
    }

    /** Asks somebody else; their time is not the expression's. */
    Object ask(Supplier<Object> question) {
        long asked = System.nanoTime();
        try {
            return question.get();
        } finally {
            begin += System.nanoTime() - asked;
        }
    }

    /** Returns the regular expression, compiled once in an evaluation. */
    Pattern pattern(String regex, Function<String, Pattern> compile) {
        return patterns.computeIfAbsent(regex, compile);
    }

    GatewrightException reach(String sentence) {
        GatewrightException limit = new GatewrightException(ExpressionError.LIMIT, sentence);
        reached = reached == null ? limit : reached;
        return limit;
    }

    /** Remembers an error that ends the evaluation. */
    void fail(GatewrightException error) {
        reached = reached == null ? error : reached;
    }
}
