package org.gatewright.kernel.configuration;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.json.JsonText;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.Group;
import org.gatewright.port.directory.GroupFields;
import org.gatewright.port.directory.Groups;
import org.gatewright.port.directory.Role;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretHash;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Generated;
import org.gatewright.spi.settings.RefersTo;
import org.gatewright.spi.settings.Unique;
import org.gatewright.testkit.port.FakeCatalogue;
import org.gatewright.testkit.port.FixedClock;
import org.gatewright.testkit.port.InMemoryDatabase;
import org.gatewright.testkit.port.PlainSealer;
import org.gatewright.testkit.port.RecordingEvents;

/** A configuration over a database in memory, with a stage type {@code echo} and a protocol {@code wire}. */
final class World {

    record EchoSettings(
            @Default("3") int times, @RefersTo("group") Optional<UUID> group, Optional<SecretText> secret) {}

    record WireSettings(
            @Generated(length = 32) @Unique String clientId,
            @Generated(length = 64) SecretHash clientSecret,
            @RefersTo("key") Optional<UUID> key) {}

    final InMemoryDatabase database = new InMemoryDatabase();
    final FakeCatalogue catalogue = new FakeCatalogue();
    final RecordingEvents events = new RecordingEvents(database, new FixedClock());
    final Outside outside =
            new Outside(database.users(), database.groups(), database.keys(), new StoredGroups(database));
    final StoredConfiguration configuration = node();

    World() {
        catalogue.install(Kind.STAGE, "echo", new Object(), Optional.of(EchoSettings.class));
        catalogue.install(Kind.PROTOCOL, "wire", new Object(), Optional.of(WireSettings.class));
    }

    /** Another server over the same database. */
    StoredConfiguration node() {
        return new StoredConfiguration(
                database.configuration(), database.transactions(), events, new PlainSealer(), catalogue, outside);
    }

    ConfigurationObject create(Model model, String type, String json) {
        return configuration
                .create(Actor.system(), model, type, JsonText.read(json))
                .object();
    }

    ConfigurationObject flow(String slug) {
        return create(
                Model.FLOW,
                "",
                "{\"name\":\"%s\",\"slug\":\"%s\",\"designation\":\"authentication\"}".formatted(slug, slug));
    }

    ConfigurationObject bind(ConfigurationObject flow, ConfigurationObject stage, int order) {
        return create(
                Model.STAGE_BINDING,
                "",
                "{\"target\":\"%s\",\"stage\":\"%s\",\"order\":%d}".formatted(flow.id(), stage.id(), order));
    }

    /** Groups without rules. */
    private record StoredGroups(InMemoryDatabase database) implements Groups {

        @Override
        public Optional<Group> group(UUID id) {
            return database.groups().find(id);
        }

        @Override
        public Optional<Group> byName(String name) {
            return database.groups().findByName(name);
        }

        @Override
        public Page<Group> list(PageRequest page) {
            return database.groups().list(page);
        }

        @Override
        public Group create(Actor actor, GroupFields fields) {
            return database.groups().add(UUID.randomUUID(), fields);
        }

        @Override
        public Group update(Actor actor, UUID group, GroupFields fields) {
            database.groups().replace(group, fields);
            return database.groups().find(group).orElseThrow();
        }

        @Override
        public void addMember(Actor actor, UUID group, UUID user) {
            database.groups().addMember(group, user);
        }

        @Override
        public void removeMember(Actor actor, UUID group, UUID user) {
            database.groups().removeMember(group, user);
        }

        @Override
        public void delete(Actor actor, UUID group) {
            database.groups().delete(group);
        }

        @Override
        public Page<Role> roles(PageRequest page) {
            return new Page<>(List.of(), 0);
        }

        @Override
        public Optional<Role> role(UUID id) {
            return Optional.empty();
        }

        @Override
        public Role saveRole(Actor actor, Role role) {
            return role;
        }

        @Override
        public void deleteRole(Actor actor, UUID role) {
            database.groups().deleteRole(role);
        }
    }

    JsonObject shown(ConfigurationObject object) {
        return configuration.shown(object);
    }
}
