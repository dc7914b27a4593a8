package org.gatewright.port.paging;

import java.util.List;
import java.util.Map;

/**
 * Which part of a list is wanted.
 *
 * @param page from 1
 * @param size 1 to 100
 * @param ordering JSON names of fields, those in descending order with a hyphen in front; unknown names are ignored
 * @param search words that some text field contains, without case; empty for all
 * @param filters exact values by JSON name of the field
 */
public record PageRequest(int page, int size, List<String> ordering, String search, Map<String, String> filters) {

    /** Copies the lists and checks the ranges. */
    public PageRequest {
        ordering = List.copyOf(ordering);
        filters = Map.copyOf(filters);
        if (page < 1 || size < 1 || size > 100) {
            throw new IllegalArgumentException("page is from 1 and page_size from 1 to 100");
        }
    }

    /** The first page of up to 100. */
    public static PageRequest first() {
        return new PageRequest(1, 100, List.of(), "", Map.of());
    }
}
