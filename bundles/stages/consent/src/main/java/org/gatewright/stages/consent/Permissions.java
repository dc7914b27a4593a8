package org.gatewright.stages.consent;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gatewright.spi.data.JsonObject;

/** What an application asks for, apart in what the user has agreed to before and what is new. */
record Permissions(List<JsonObject> known, List<JsonObject> additional) {

    static Permissions of(List<JsonObject> requested, Set<String> remembered) {
        return new Permissions(
                requested.stream()
                        .filter(permission -> remembered.contains(id(permission)))
                        .toList(),
                requested.stream()
                        .filter(permission -> !remembered.contains(id(permission)))
                        .toList());
    }

    Set<String> scopes() {
        Set<String> scopes = new LinkedHashSet<>();
        known.forEach(permission -> scopes.add(id(permission)));
        additional.forEach(permission -> scopes.add(id(permission)));
        return scopes;
    }

    private static String id(JsonObject permission) {
        return permission.text("id").orElse("");
    }
}
