package org.gatewright.kernel.plugins.lifecycle;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatewright.port.configuration.Configuration;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.ConfigurationSnapshot;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.plugins.TypeVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The instances in the configuration.
 *
 * @param limit for the code of a plug-in that makes the settings of one
 */
record ConfiguredInstances(Configuration configuration, TimeLimit limit) implements Instances {

    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredInstances.class);

    @Override
    public boolean exist(TypeVersion type) {
        return all(configuration.snapshot(), type).findAny().isPresent();
    }

    @Override
    public Optional<String> misfit(TypeVersion type) throws InterruptedException {
        ConfigurationSnapshot snapshot = configuration.snapshot();
        List<ConfigurationObject> instances = all(snapshot, type).toList();
        for (ConfigurationObject instance : instances) {
            Optional<String> fault = limit.call(
                    "The settings of " + type.plugin() + " " + type.version(),
                    () -> fault(snapshot, instance, type),
                    end -> Optional.of("the code of its settings " + end));
            if (fault.isPresent()) {
                return Optional.of("“" + instance.name() + "”: " + fault.get());
            }
        }
        return Optional.empty();
    }

    private static Stream<ConfigurationObject> all(ConfigurationSnapshot snapshot, TypeVersion type) {
        return Arrays.stream(Model.values())
                .filter(model -> model.kind().equals(Optional.of(type.kind())))
                .flatMap(model -> snapshot.objects(model).stream())
                .filter(object -> object.type().equals(type.type()));
    }

    private static Optional<String> fault(
            ConfigurationSnapshot snapshot, ConfigurationObject instance, TypeVersion type) {
        Class<? extends Record> settings = type.settings().orElseThrow();
        if (snapshot.isLater(instance, settings)) {
            LOG.warn(
                    "The {} “{}” was saved by a later version of {} than {}, and works again when that is back",
                    instance.model().wireName(),
                    instance.name(),
                    type.plugin(),
                    type.version());
            return Optional.empty();
        }
        try {
            snapshot.settings(instance, settings);
            return Optional.empty();
        } catch (InvalidFieldsException e) {
            return Optional.of(e.fields().toString());
        }
    }
}
