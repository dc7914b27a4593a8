package org.gatewright.kernel.configuration;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.error.CommonError;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.GatewrightException;

/** What goes with an object, and what keeps it from going. Looks at stored JSON alone, so that it works for absent types. */
final class Uses {

    private final Draft draft;

    Uses(Draft draft) {
        this.draft = draft;
    }

    /** Lists the object and what goes with it: the steps of a flow, the policy bindings of a target. */
    Set<ConfigurationObject> withDependents(ConfigurationObject object) {
        Set<ConfigurationObject> all = new LinkedHashSet<>();
        if (object.model() == Model.FLOW) {
            targeting(Model.STAGE_BINDING, object).forEach(binding -> all.addAll(withDependents(binding)));
        }
        all.addAll(targeting(Model.POLICY_BINDING, object));
        all.add(object);
        return all;
    }

    /**
     * Checks that nothing else refers to an object that is to be deleted.
     *
     * @throws GatewrightException with {@code IN_USE} naming what does
     */
    void requireUnused(Set<ConfigurationObject> going) {
        List<String> users = draft.all()
                .filter(other -> !going.contains(other))
                .filter(other -> going.stream().anyMatch(object -> refers(other, object)))
                .map(this::describe)
                .distinct()
                .limit(10)
                .toList();
        if (!users.isEmpty()) {
            throw new GatewrightException(CommonError.IN_USE, "It is used by " + String.join(", ", users) + ".");
        }
    }

    private List<ConfigurationObject> targeting(Model model, ConfigurationObject target) {
        Optional<String> id = Optional.of(target.id().toString());
        return draft.objects(model)
                .filter(binding -> binding.fields().text("target").equals(id))
                .collect(Collectors.toList());
    }

    private String describe(ConfigurationObject object) {
        return switch (object.model()) {
            case STAGE_BINDING -> "a step of " + target(object);
            case POLICY_BINDING -> "a policy binding of " + target(object);
            default -> "the " + object.model().wireName() + " “" + object.name() + "”";
        };
    }

    private String target(ConfigurationObject binding) {
        return binding.fields()
                .text("target")
                .flatMap(id -> draft.find(UUID.fromString(id)))
                .map(this::describe)
                .orElse("something that is gone");
    }

    private static boolean refers(ConfigurationObject other, ConfigurationObject object) {
        boolean byNumber = object.model() == Model.PROVIDER
                && other.model() == Model.APPLICATION
                && other.fields().integer("provider").equals(Optional.of(object.pk()));
        return byNumber || mentions(other.fields(), object.id().toString());
    }

    private static boolean mentions(Object value, String id) {
        if (value instanceof JsonObject object) {
            return object.members().values().stream().anyMatch(member -> mentions(member, id));
        }
        return value instanceof List<?> list
                ? list.stream().anyMatch(element -> mentions(element, id))
                : id.equals(value);
    }
}
