package org.gatewright.kernel.configuration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.gatewright.kernel.configuration.binding.ObjectShape;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.ConfigurationSnapshot.UniqueSetting;
import org.gatewright.port.crypto.Sealer;

/** What the instances of one snapshot are to one record: bound to it, and found by its settings. Made as it is asked for. */
final class BoundSettings {

    private final Map<UUID, Record> records = new ConcurrentHashMap<>();
    private final Map<String, Map<UniqueSetting, Optional<ConfigurationObject>>> found = new ConcurrentHashMap<>();

    /** Binds the instance, or returns what was bound before. */
    <S extends Record> S of(ConfigurationObject instance, Class<S> type, Sealer sealer) {
        Record settings = records.get(instance.id());
        if (settings == null) {
            settings = bind(instance, type, sealer);
            records.put(instance.id(), settings);
        }
        return type.cast(settings);
    }

    /** Binds the instance. */
    static <S extends Record> S bind(ConfigurationObject instance, Class<S> type, Sealer sealer) {
        return ObjectShape.bind(type, new InstanceShapes(instance).as(type), sealer);
    }

    /** Finds the only one among the instances that has the setting in the shape of the record. */
    Optional<ConfigurationObject> unique(
            UniqueSetting wanted, Class<? extends Record> settings, List<ConfigurationObject> instances) {
        Map<UniqueSetting, Optional<ConfigurationObject>> index = found.get(wanted.type());
        if (index == null) {
            index = index(
                    settings,
                    instances.stream()
                            .filter(instance -> instance.type().equals(wanted.type()))
                            .toList());
            found.put(wanted.type(), index);
        }
        return index.getOrDefault(wanted, Optional.empty());
    }

    private static Map<UniqueSetting, Optional<ConfigurationObject>> index(
            Class<? extends Record> settings, List<ConfigurationObject> instances) {
        Map<UniqueSetting, Optional<ConfigurationObject>> index = new HashMap<>();
        instances.forEach(
                instance -> new InstanceShapes(instance).find(settings).ifPresent(fields -> fields.members()
                        .forEach((member, value) -> {
                            if (value instanceof String text) {
                                // what several instances have names none of them
                                index.merge(
                                        new UniqueSetting(instance.model(), instance.type(), member, text),
                                        Optional.of(instance),
                                        (one, other) -> Optional.empty());
                            }
                        })));
        return index;
    }
}
