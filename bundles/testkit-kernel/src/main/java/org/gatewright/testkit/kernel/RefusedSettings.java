package org.gatewright.testkit.kernel;

import java.util.List;
import java.util.Map;

/**
 * Settings that the kernel does not accept.
 *
 * @since 1.0
 */
public final class RefusedSettings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, List<String>> fields;

    RefusedSettings(Map<String, List<String>> fields, Throwable cause) {
        super(cause.getMessage(), cause);
        this.fields = Map.copyOf(fields);
    }

    /** Returns the sentences that the administrator reads, by setting; those in a list or a record within are joined with dots. */
    public Map<String, List<String>> fields() {
        return fields;
    }
}
