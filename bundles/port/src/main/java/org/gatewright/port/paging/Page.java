package org.gatewright.port.paging;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param total how many there are in all
 */
public record Page<T>(List<T> items, long total) {

    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }

    /** Returns the page with each item converted. */
    public <R> Page<R> map(Function<T, R> conversion) {
        return new Page<>(items.stream().map(conversion).toList(), total);
    }
}
