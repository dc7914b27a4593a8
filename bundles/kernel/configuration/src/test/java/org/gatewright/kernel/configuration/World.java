package org.gatewright.kernel.configuration;

import java.util.Optional;
import java.util.UUID;
import org.gatewright.json.JsonText;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.directory.Actor;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretHash;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Generated;
import org.gatewright.spi.settings.RefersTo;
import org.gatewright.spi.settings.Unique;
import org.gatewright.testkit.port.FakeCatalogue;
import org.gatewright.testkit.port.FakeGroups;
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
    final Outside outside = new Outside(database.users(), database.groups(), database.keys(), new FakeGroups(database));
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

    JsonObject shown(ConfigurationObject object) {
        return configuration.shown(object);
    }
}
