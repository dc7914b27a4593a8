package org.gatewright.kernel.configuration.binding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gatewright.port.crypto.Sealer;
import org.gatewright.port.error.InvalidFieldsException;

/** One pass over a JSON value: where in it we are, what is wrong so far, and how secrets are sealed. */
final class Check {

    private static final String PURPOSE = "configuration";

    private final Sealer sealer;
    private final Map<String, List<String>> problems;
    private final String path;

    private Check(Sealer sealer, Map<String, List<String>> problems, String path) {
        this.sealer = sealer;
        this.problems = problems;
        this.path = path;
    }

    static Check begin(Sealer sealer) {
        return new Check(sealer, new LinkedHashMap<>(), "");
    }

    /** Goes down to a member or an element. */
    Check at(Object step) {
        return new Check(sealer, problems, path.isEmpty() ? step.toString() : path + "." + step);
    }

    /** Notes what is wrong here. */
    void problem(String sentence) {
        problems.computeIfAbsent(
                        path.isEmpty() ? InvalidFieldsException.NON_FIELD_ERRORS : path, p -> new ArrayList<>())
                .add(sentence);
    }

    /** Returns what the work gives, or notes why it does not fit. */
    <T> Optional<T> attempt(Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (Misfit e) {
            problem(e.sentence());
            return Optional.empty();
        }
    }

    boolean isFine() {
        return problems.isEmpty();
    }

    /** Throws if anything was wrong. */
    void finish() {
        if (!problems.isEmpty()) {
            throw new InvalidFieldsException(problems);
        }
    }

    String seal(String text) {
        return sealer.seal(PURPOSE, text);
    }

    Optional<String> open(String sealed) {
        return sealer.open(PURPOSE, sealed);
    }
}
