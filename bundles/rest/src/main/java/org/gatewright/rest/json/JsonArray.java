package org.gatewright.rest.json;

import java.util.List;
import org.gatewright.spi.data.JsonObject;

/** An answer that is a JSON array. */
public record JsonArray(List<JsonObject> elements) {

    /** Copies the elements. */
    public JsonArray {
        elements = List.copyOf(elements);
    }
}
