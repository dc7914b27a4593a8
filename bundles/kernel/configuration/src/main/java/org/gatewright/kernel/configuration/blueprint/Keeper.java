package org.gatewright.kernel.configuration.blueprint;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.gatewright.kernel.configuration.Draft;
import org.gatewright.kernel.configuration.Outside;
import org.gatewright.kernel.configuration.blueprint.BlueprintEntry.State;
import org.gatewright.kernel.configuration.blueprint.Finder.Found;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.GroupFields;
import org.gatewright.spi.data.JsonObject;

/** Brings about the state of an entry. */
final class Keeper {

    private static final Set<String> GROUP_FIELDS = Set.of("name", "is_superuser", "parents", "roles", "attributes");

    private final Draft draft;
    private final Outside outside;
    private final Actor actor;

    Keeper(Draft draft, Outside outside, Actor actor) {
        this.draft = draft;
        this.outside = outside;
        this.actor = actor;
    }

    /** Brings the state about and returns what is there then. */
    Found keep(BlueprintEntry entry, Found found, JsonObject identifiers, JsonObject attrs) {
        boolean there = !(found instanceof Found.Nothing);
        JsonObject fields = identifiers.merge(attrs);
        return switch (entry.state()) {
            case ABSENT -> there ? delete(found) : found;
            case CREATED -> there ? found : create(entry.target(), fields);
            case PRESENT -> there ? update(found, attrs) : create(entry.target(), fields);
            case MUST_CREATED -> {
                if (there) {
                    throw new Evaluation.NoValue("It exists, and the state is "
                            + State.MUST_CREATED.name().toLowerCase(java.util.Locale.ROOT) + ".");
                }
                yield create(entry.target(), fields);
            }
        };
    }

    private Found create(Target target, JsonObject fields) {
        if (target instanceof Target.Own own) {
            return new Found.OfConfiguration(
                    draft.create(own.model(), "", fields).object());
        }
        if (target instanceof Target.Instance instance) {
            return new Found.OfConfiguration(
                    draft.create(instance.model(), instance.type(), fields).object());
        }
        if (target instanceof Target.GroupTarget) {
            GroupFields none = new GroupFields("", false, List.of(), List.of(), JsonObject.empty());
            return new Found.OfGroup(outside.create(actor, group(none, fields)));
        }
        throw new Evaluation.NoValue("A blueprint cannot create it.");
    }

    private Found update(Found found, JsonObject attrs) {
        if (found instanceof Found.OfConfiguration configured) {
            return new Found.OfConfiguration(draft.update(configured.object().id(), attrs.without("pk"), true));
        }
        if (found instanceof Found.OfGroup of) {
            GroupFields fields = group(of.group().fields(), attrs);
            boolean same = fields.equals(of.group().fields());
            return same
                    ? found
                    : new Found.OfGroup(outside.update(actor, of.group().id(), fields));
        }
        throw new Evaluation.NoValue("A blueprint cannot change it.");
    }

    private Found delete(Found found) {
        if (found instanceof Found.OfConfiguration configured) {
            draft.delete(configured.object().id());
        } else if (found instanceof Found.OfGroup of) {
            outside.delete(actor, of.group().id());
        } else {
            throw new Evaluation.NoValue("A blueprint cannot delete it.");
        }
        return new Found.Nothing();
    }

    private static GroupFields group(GroupFields before, JsonObject given) {
        given.members().keySet().stream()
                .filter(name -> !GROUP_FIELDS.contains(name))
                .forEach(name -> {
                    throw new Evaluation.NoValue("A group has no field " + name + ".");
                });
        return new GroupFields(
                given.text("name").orElse(before.name()),
                given.bool("is_superuser").orElse(before.superuser()),
                given.has("parents") ? ids(given.texts("parents")) : before.parents(),
                given.has("roles") ? ids(given.texts("roles")) : before.roles(),
                given.object("attributes").orElse(before.attributes()));
    }

    private static List<UUID> ids(List<String> texts) {
        try {
            return texts.stream().map(UUID::fromString).toList();
        } catch (IllegalArgumentException e) {
            throw new Evaluation.NoValue("Groups and roles are named by their ids.");
        }
    }
}
