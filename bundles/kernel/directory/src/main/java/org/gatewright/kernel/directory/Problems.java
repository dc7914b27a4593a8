package org.gatewright.kernel.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatewright.port.error.InvalidFieldsException;

/** Collects what is wrong with the fields of an object, so that all of it is told at once. */
final class Problems {

    private final Map<String, List<String>> sentences = new LinkedHashMap<>();

    Problems check(boolean good, String field, String sentence) {
        if (!good) {
            sentences.computeIfAbsent(field, name -> new ArrayList<>()).add(sentence);
        }
        return this;
    }

    void refuse() {
        if (!sentences.isEmpty()) {
            throw new InvalidFieldsException(sentences);
        }
    }
}
