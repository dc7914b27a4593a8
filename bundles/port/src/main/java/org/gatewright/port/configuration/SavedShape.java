package org.gatewright.port.configuration;

import java.util.Map;
import org.gatewright.spi.data.JsonObject;

/**
 * In which shapes of its type's settings an instance is stored.
 *
 * @param version the schema version of the fields
 * @param earlier the fields as versions of the plug-in with a lower schema version read them, by schema version; those that were saved before the shape changed
 */
public record SavedShape(int version, Map<Integer, JsonObject> earlier) {

    /** The only shape of what never changed it. */
    public static final SavedShape FIRST = new SavedShape(1, Map.of());

    /** Copies the map. */
    public SavedShape {
        earlier = Map.copyOf(earlier);
    }
}
