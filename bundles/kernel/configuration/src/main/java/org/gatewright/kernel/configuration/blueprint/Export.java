package org.gatewright.kernel.configuration.blueprint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatewright.kernel.configuration.Models;
import org.gatewright.kernel.configuration.Outside;
import org.gatewright.kernel.configuration.binding.ObjectShape;
import org.gatewright.kernel.configuration.binding.Reference;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Model;
import org.gatewright.spi.data.JsonObject;

/**
 * Writes objects as a blueprint that makes them again, each after those that it refers to. Secrets are left out: where the blueprint is applied, those that are there
 * stay, and those that can be made are made. Of an absent type everything is written that is stored.
 */
public final class Export {

    private static final String NAME = "name";
    private static final String GROUP = "group";
    private static final Comparator<ConfigurationObject> ORDER = Comparator.comparing(ConfigurationObject::model)
            .thenComparing(ConfigurationObject::type)
            .thenComparing(ConfigurationObject::name)
            .thenComparing(ConfigurationObject::pk);

    private final Map<String, ConfigurationObject> objects = new LinkedHashMap<>();
    private final Outside outside;
    private final Function<ConfigurationObject, List<Reference>> references;
    private final Map<String, String> written = new HashMap<>();
    private final Set<String> begun = new HashSet<>();
    private final List<Map<String, Object>> entries = new ArrayList<>();

    /** @param references finds what an object refers to, as far as its type is known */
    public Export(
            Collection<ConfigurationObject> objects,
            Outside outside,
            Function<ConfigurationObject, List<Reference>> references) {
        objects.stream()
                .sorted(ORDER)
                .forEach(object -> this.objects.put(object.id().toString(), object));
        this.outside = outside;
        this.references = references;
    }

    /** Returns the blueprint as YAML. */
    public String yaml() {
        objects.values().forEach(this::write);
        return BlueprintWriter.write(entries);
    }

    private void write(ConfigurationObject object) {
        if (!begun.add(object.id().toString())) {
            return;
        }
        Map<String, Reference> found = references.apply(object).stream()
                .collect(Collectors.toMap(Reference::path, reference -> reference, (one, other) -> one));
        found.values().forEach(reference -> object(reference).ifPresent(this::write));
        mentioned(object.fields());
        Map<String, Object> identifiers = new LinkedHashMap<>();
        Map<String, Object> attrs = new LinkedHashMap<>();
        object.fields().members().forEach((name, value) -> value(value, name, found)
                .ifPresent(written -> (identifies(object, name, written) ? identifiers : attrs).put(name, written)));
        String id = object.model().wireName() + "/" + (object.name().isEmpty() ? object.pk() : object.name());
        entries.add(entry(model(object), id, identifiers, attrs));
        written.put(object.id().toString(), id);
    }

    /** Objects without a name are told apart by what they join and their place in it. */
    private static boolean identifies(ConfigurationObject object, String field, Object written) {
        return Models.nameField(object.model())
                .map(field::equals)
                .orElseGet(() -> written instanceof Expression || field.equals("order"));
    }

    /** Objects that are named by their id go first, also if nobody knows that the id is a reference. */
    private void mentioned(Object value) {
        if (value instanceof JsonObject fields) {
            fields.members().values().forEach(this::mentioned);
        } else if (value instanceof List<?> list) {
            list.forEach(this::mentioned);
        } else {
            Optional.ofNullable(objects.get(value.toString())).ifPresent(this::write);
        }
    }

    private Optional<Object> value(Object value, String path, Map<String, Reference> references) {
        if (value instanceof JsonObject fields) {
            return ObjectShape.isSecret(fields) ? Optional.empty() : Optional.of(fields(fields, path, references));
        }
        if (value instanceof List<?> list) {
            List<Object> elements = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                value(list.get(i), path + "." + i, references).ifPresent(elements::add);
            }
            return Optional.of(elements);
        }
        Reference reference = references.getOrDefault(path, new Reference(path, "", "", value));
        return Optional.of(expression(reference).orElse(value));
    }

    private Map<String, Object> fields(JsonObject fields, String path, Map<String, Reference> references) {
        Map<String, Object> members = new LinkedHashMap<>();
        fields.members().forEach((name, member) -> value(member, path + "." + name, references)
                .ifPresent(written -> members.put(name, written)));
        return members;
    }

    private Optional<Object> expression(Reference reference) {
        return object(reference).<Object>map(this::named).or(() -> switch (reference.model()) {
            case GROUP -> outside.groupName(reference.target()).map(this::group);
            case "user" -> outside.userName(reference.target()).map(name -> find("gatewright.user", "username", name));
            case "key" -> outside.keyName(reference.target()).map(name -> find("gatewright.key", NAME, name));
            default -> Optional.empty();
        });
    }

    private Expression named(ConfigurationObject object) {
        String id = written.get(object.id().toString());
        return id != null
                ? new Expression("KeyOf", List.of(id))
                : find(model(object), Models.nameField(object.model()).orElse("pk"), object.name());
    }

    /** A group that is not there is made, with nobody in it. */
    private Object group(String name) {
        if (begun.add(GROUP + "/" + name)) {
            Map<String, Object> entry = entry("gatewright.group", GROUP + "/" + name, Map.of(NAME, name), Map.of());
            entry.put("state", "created");
            entries.add(entry);
        }
        return new Expression("KeyOf", List.of(GROUP + "/" + name));
    }

    private Optional<ConfigurationObject> object(Reference reference) {
        return reference.target() instanceof Number pk
                ? objects.values().stream()
                        .filter(object -> reference.model().equals(Model.PROVIDER.wireName()))
                        .filter(object -> object.model() == Model.PROVIDER && object.pk() == pk.longValue())
                        .findFirst()
                : Optional.ofNullable(objects.get(reference.target().toString()));
    }

    private static Expression find(String model, String field, String name) {
        return new Expression("Find", List.of(model, List.of(field, name)));
    }

    private static String model(ConfigurationObject object) {
        return "gatewright." + object.model().wireName() + (object.type().isEmpty() ? "" : "." + object.type());
    }

    private static Map<String, Object> entry(
            String model, String id, Map<String, Object> identifiers, Map<String, Object> attrs) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("model", model);
        entry.put("id", id);
        entry.put("identifiers", identifiers);
        entry.put("attrs", attrs);
        return entry;
    }
}
