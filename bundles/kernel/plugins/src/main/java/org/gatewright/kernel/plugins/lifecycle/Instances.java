package org.gatewright.kernel.plugins.lifecycle;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatewright.port.configuration.Configuration;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.ConfigurationSnapshot;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.plugins.TypeVersion;

/** What administrators have made of a type. */
interface Instances {

    /** Tells whether there is one. */
    boolean exist(TypeVersion type);

    /** Says which instance does not fit the settings of this version of the type, and why; empty if all do. */
    Optional<String> misfit(TypeVersion type);

    /** Those of the configuration. */
    static Instances of(Configuration configuration) {
        return new Instances() {
            @Override
            public boolean exist(TypeVersion type) {
                return all(configuration.snapshot(), type).findAny().isPresent();
            }

            @Override
            public Optional<String> misfit(TypeVersion type) {
                ConfigurationSnapshot snapshot = configuration.snapshot();
                return all(snapshot, type)
                        .flatMap(instance -> fault(snapshot, instance, type).stream())
                        .findFirst();
            }
        };
    }

    private static Stream<ConfigurationObject> all(ConfigurationSnapshot snapshot, TypeVersion type) {
        return Arrays.stream(Model.values())
                .filter(model -> model.kind().equals(Optional.of(type.kind())))
                .flatMap(model -> snapshot.objects(model).stream())
                .filter(object -> object.type().equals(type.type()));
    }

    private static Optional<String> fault(
            ConfigurationSnapshot snapshot, ConfigurationObject instance, TypeVersion type) {
        try {
            snapshot.settings(instance, type.settings().orElseThrow());
            return Optional.empty();
        } catch (InvalidFieldsException e) {
            return Optional.of("“" + instance.name() + "”: " + e.fields());
        }
    }
}
