package org.gatewright.kernel.configuration.blueprint;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatewright.kernel.configuration.Draft;
import org.gatewright.kernel.configuration.Outside;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.directory.Group;
import org.gatewright.spi.data.JsonObject;

/** Finds what a blueprint speaks of. */
final class Finder {

    private final Draft draft;
    private final Outside outside;

    Finder(Draft draft, Outside outside) {
        this.draft = draft;
        this.outside = outside;
    }

    /** What was found. */
    sealed interface Found {

        /** Returns what others refer to it by. */
        Optional<Object> key();

        /** An object of the configuration. */
        record OfConfiguration(ConfigurationObject object) implements Found {
            @Override
            public Optional<Object> key() {
                return Optional.of(
                        object.model() == Model.PROVIDER
                                ? (Object) object.pk()
                                : object.id().toString());
            }
        }

        /** A group. */
        record OfGroup(Group group) implements Found {
            @Override
            public Optional<Object> key() {
                return Optional.of(group.id().toString());
            }
        }

        /** Something that can only be referred to. */
        record Other(Object value) implements Found {
            @Override
            public Optional<Object> key() {
                return Optional.of(value);
            }
        }

        /** Nothing. */
        record Nothing() implements Found {
            @Override
            public Optional<Object> key() {
                return Optional.empty();
            }
        }
    }

    /** Finds the key of the object of the model that has the fields. */
    Optional<Object> find(String model, JsonObject fields) {
        Target target = Target.of(model)
                .orElseThrow(() -> new Evaluation.NoValue("!Find: there is no model “" + model + "” in this server."));
        return find(target, fields).key();
    }

    /** Finds the only thing that has the fields. */
    Found find(Target target, JsonObject fields) {
        if (target instanceof Target.GroupTarget) {
            return named(fields, "name")
                    .flatMap(outside::groupNamed)
                    .<Found>map(Found.OfGroup::new)
                    .orElseGet(Found.Nothing::new);
        }
        if (target instanceof Target.UserTarget) {
            return named(fields, "username")
                    .flatMap(outside::userNamed)
                    .<Found>map(user -> new Found.Other(user.pk()))
                    .orElseGet(Found.Nothing::new);
        }
        if (target instanceof Target.KeyTarget) {
            return named(fields, "name")
                    .flatMap(outside::keyNamed)
                    .<Found>map(key -> new Found.Other(key.toString()))
                    .orElseGet(Found.Nothing::new);
        }
        return inConfiguration(target, fields);
    }

    private Found inConfiguration(Target target, JsonObject fields) {
        if (fields.isEmpty()) {
            throw new Evaluation.NoValue("Identifiers are needed to tell the object from others.");
        }
        List<ConfigurationObject> found =
                candidates(target).filter(object -> has(object, fields)).toList();
        if (found.size() > 1) {
            throw new Evaluation.NoValue("Several objects have these identifiers.");
        }
        return found.isEmpty() ? new Found.Nothing() : new Found.OfConfiguration(found.get(0));
    }

    private Stream<ConfigurationObject> candidates(Target target) {
        if (target instanceof Target.Instance instance) {
            return draft.objects(instance.model())
                    .filter(object -> object.type().equals(instance.type()));
        }
        return target instanceof Target.Own own ? draft.objects(own.model()) : Stream.empty();
    }

    private boolean has(ConfigurationObject object, JsonObject fields) {
        JsonObject shown = draft.shown(object)
                .with(
                        "pk",
                        object.model() == Model.PROVIDER
                                ? (Object) object.pk()
                                : object.id().toString());
        return fields.members().entrySet().stream()
                .allMatch(field -> field.getValue().equals(shown.members().get(field.getKey())));
    }

    private static Optional<String> named(JsonObject fields, String field) {
        if (fields.members().size() != 1 || fields.text(field).isEmpty()) {
            throw new Evaluation.NoValue("It is found by its " + field + " alone.");
        }
        return fields.text(field);
    }
}
