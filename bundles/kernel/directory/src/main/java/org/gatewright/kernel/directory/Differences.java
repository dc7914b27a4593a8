package org.gatewright.kernel.directory;

import java.util.ArrayList;
import java.util.List;
import org.gatewright.spi.data.JsonObject;

/** Names the fields that a change has changed, without their values. */
final class Differences {

    private final List<String> names = new ArrayList<>();

    Differences field(String name, Object before, Object after) {
        if (!before.equals(after)) {
            names.add(name);
        }
        return this;
    }

    JsonObject context() {
        return JsonObject.of("changed", names);
    }
}
