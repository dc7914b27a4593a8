package org.gatewright.kernel.configuration.blueprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatewright.port.error.InvalidFieldsException;

/**
 * A blueprint as it is written, expressions not yet evaluated.
 *
 * @param context values for {@code !Context}
 */
public record Blueprint(Map<?, ?> context, List<BlueprintEntry> entries) {

    /** Copies the entries. */
    public Blueprint {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a blueprint.
     *
     * @throws InvalidFieldsException naming each entry that cannot be read
     */
    public static Blueprint parse(String yaml) {
        if (!(BlueprintReader.read(yaml) instanceof Map<?, ?> document)) {
            throw new InvalidFieldsException("version", "A blueprint is a map with version, metadata and entries.");
        }
        if (!Integer.valueOf(1).equals(document.get("version"))) {
            throw new InvalidFieldsException("version", "The version of a blueprint is 1.");
        }
        if (!(document.get("entries") instanceof List<?> list)) {
            throw new InvalidFieldsException("entries", "A blueprint has a list of entries.");
        }
        List<BlueprintEntry> entries = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            entries.add(BlueprintEntry.of("entries." + i, list.get(i)));
        }
        return new Blueprint(document.get("context") instanceof Map<?, ?> context ? context : Map.of(), entries);
    }

    /** Returns the types of plug-ins that it makes instances of. */
    public Set<Target.Instance> types() {
        return entries.stream()
                .map(BlueprintEntry::target)
                .filter(Target.Instance.class::isInstance)
                .map(Target.Instance.class::cast)
                .collect(Collectors.toSet());
    }
}
