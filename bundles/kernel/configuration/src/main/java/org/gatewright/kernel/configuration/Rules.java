package org.gatewright.kernel.configuration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gatewright.kernel.configuration.binding.ObjectShape;
import org.gatewright.kernel.configuration.binding.Reference;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.spi.data.JsonObject;

/** The rules between objects: what must be unique, and what must exist. */
final class Rules {

    private static final Set<Model> TARGETS = Set.of(Model.FLOW, Model.STAGE_BINDING, Model.APPLICATION);

    private final Draft draft;
    private final Outside outside;

    Rules(Draft draft, Outside outside) {
        this.draft = draft;
        this.outside = outside;
    }

    /**
     * Checks an object that is to be added or replaced.
     *
     * @throws InvalidFieldsException naming each wrong field
     */
    void check(ConfigurationObject object, ObjectShape shape) {
        Map<String, List<String>> problems = new TreeMap<>();
        checkName(object, problems);
        shape.uniques(object.fields()).stream()
                .filter(unique -> others(object)
                        .filter(other -> other.type().equals(object.type()))
                        .anyMatch(other -> has(other, shape, unique)))
                .forEach(unique -> problems.put(unique.name(), List.of("This is taken by another object.")));
        shape.references(object.fields()).forEach(reference -> dangling(reference)
                .ifPresent(sentence -> problems.put(reference.path(), List.of(sentence))));
        checkModel(object, problems);
        if (!problems.isEmpty()) {
            throw new InvalidFieldsException(problems);
        }
    }

    /** In the shape of now, or as it was saved by a version that may come back. */
    private static boolean has(ConfigurationObject other, ObjectShape shape, ObjectShape.UniqueMember unique) {
        return Stream.concat(new InstanceShapes(other).find(shape.own()).stream(), Stream.of(other.fields()))
                .anyMatch(fields -> fields.get(unique.name()).equals(Optional.of(unique.value())));
    }

    private void checkName(ConfigurationObject object, Map<String, List<String>> problems) {
        Models.nameField(object.model()).ifPresent(field -> {
            if (others(object).anyMatch(other -> other.name().equals(object.name()))) {
                problems.put(
                        field,
                        List.of("This " + field + " is taken by another "
                                + object.model().wireName() + "."));
            }
        });
    }

    private Optional<String> dangling(Reference reference) {
        Optional<Model> model = Models.byWireName(reference.model());
        boolean there = model.map(of -> target(of, reference.target())
                        .filter(found ->
                                reference.type().isEmpty() || found.type().equals(reference.type()))
                        .isPresent())
                .or(() -> outside.exists(reference.model(), reference.target()))
                .orElse(false);
        String what = (reference.type() + " " + reference.model()).strip();
        return there ? Optional.empty() : Optional.of("There is no " + what + " with this id.");
    }

    private Optional<ConfigurationObject> target(Model model, Object target) {
        Predicate<ConfigurationObject> matches = target instanceof Long pk
                ? object -> object.pk() == pk
                : object -> object.id().toString().equals(target);
        return draft.objects(model).filter(matches).findFirst();
    }

    private void checkModel(ConfigurationObject object, Map<String, List<String>> problems) {
        JsonObject fields = object.fields();
        switch (object.model()) {
            case POLICY_BINDING -> checkPolicyBinding(fields, problems);
            case APPLICATION ->
                fields.get("provider")
                        .filter(pk -> others(object)
                                .anyMatch(
                                        other -> other.fields().get("provider").equals(Optional.of(pk))))
                        .ifPresent(pk -> problems.put("provider", List.of("Another application uses this provider.")));
            case BRAND -> {
                if (isDefault(object) && others(object).anyMatch(Rules::isDefault)) {
                    problems.put("default", List.of("Another brand is the default."));
                }
            }
            default -> {
                // no rule of its own
            }
        }
    }

    private void checkPolicyBinding(JsonObject fields, Map<String, List<String>> problems) {
        long subjects = Stream.of("policy", "group", "user").filter(fields::has).count();
        if (subjects != 1) {
            problems.put(
                    InvalidFieldsException.NON_FIELD_ERRORS,
                    List.of("Exactly one of policy, group and user must be set."));
        }
        boolean there = fields.text("target")
                .flatMap(id -> draft.find(UUID.fromString(id)))
                .filter(target -> TARGETS.contains(target.model()))
                .isPresent();
        if (!there) {
            problems.put("target", List.of("There is no flow, stage binding or application with this id."));
        }
    }

    private Stream<ConfigurationObject> others(ConfigurationObject object) {
        return draft.objects(object.model()).filter(other -> !other.id().equals(object.id()));
    }

    private static boolean isDefault(ConfigurationObject brand) {
        return brand.fields().bool("default").orElse(false);
    }
}
