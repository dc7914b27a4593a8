package org.gatewright.port.error;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gatewright.spi.error.GatewrightException;

/** Says which fields of an object are wrong, and why. */
public final class InvalidFieldsException extends GatewrightException {

    private static final long serialVersionUID = 1L;

    /** The key for what belongs to no field. */
    public static final String NON_FIELD_ERRORS = "non_field_errors";

    private final transient Map<String, List<String>> fields;

    /** Creates the error. Keys are JSON names, those of nested records joined with dots; values are sentences. */
    public InvalidFieldsException(Map<String, List<String>> fields) {
        super(CommonError.INVALID_FIELDS, describe(fields));
        this.fields = Map.copyOf(fields);
    }

    /** Creates the error for one field. */
    public InvalidFieldsException(String field, String sentence) {
        this(Map.of(field, List.of(sentence)));
    }

    /** Returns the sentences by field. */
    public Map<String, List<String>> fields() {
        return fields;
    }

    private static String describe(Map<String, List<String>> fields) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(fields).forEach((field, sentences) -> text.append(text.isEmpty() ? "" : " ")
                .append(field)
                .append(": ")
                .append(String.join(" ", sentences)));
        return text.toString();
    }
}
