package org.gatewright.testkit.port.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.configuration.SavedShape;
import org.gatewright.port.store.ConfigurationStore;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.Test;

/** What a store of configuration objects promises. */
abstract class ConfigurationStoreContract extends StoreContract {

    private ConfigurationStore configuration() {
        return stores().configuration();
    }

    private ConfigurationObject object(Model model, String name) {
        return new ConfigurationObject(
                UUID.randomUUID(),
                configuration().nextPk(model),
                model,
                "password",
                name,
                JsonObject.of("n", 1).with("o", JsonObject.of("x", "ü")),
                0);
    }

    private Optional<ConfigurationObject> stored(UUID id) {
        return configuration().load().objects().stream()
                .filter(object -> object.id().equals(id))
                .findFirst();
    }

    @Test
    void returnsWhatWasAddedReplacedAndDeleted() {
        ConfigurationObject object = object(Model.STAGE, unique("s"));
        configuration().add(object);
        assertThat(stored(object.id())).contains(object);

        ConfigurationObject changed = new ConfigurationObject(
                object.id(), object.pk(), object.model(), object.type(), unique("s"), JsonObject.of("n", 2), 1);
        configuration().replace(changed);
        assertThat(stored(object.id())).contains(changed);

        configuration().delete(object.id());
        assertThat(stored(object.id())).isEmpty();
    }

    @Test
    void keepsTheShapesOfFields() {
        ConfigurationObject object = object(Model.STAGE, unique("s"));
        configuration().add(object);
        ConfigurationObject changed = new ConfigurationObject(
                object.id(),
                object.pk(),
                object.model(),
                object.type(),
                object.name(),
                JsonObject.of("seconds", 90),
                1,
                new SavedShape(3, Map.of(1, object.fields(), 2, JsonObject.of("minutes", 1))));
        configuration().replace(changed);
        assertThat(stored(object.id())).contains(changed);

        ConfigurationObject back = new ConfigurationObject(
                object.id(), object.pk(), object.model(), object.type(), object.name(), object.fields(), 2);
        configuration().replace(back);
        assertThat(stored(object.id())).contains(back);
    }

    @Test
    void refusesATakenNameOfTheSameModel() {
        String name = unique("n");
        configuration().add(object(Model.STAGE, name));
        configuration().add(object(Model.POLICY, name));

        assertTaken(() -> configuration().add(object(Model.STAGE, name)), "name");
        ConfigurationObject other = object(Model.STAGE, unique("n"));
        configuration().add(other);
        assertTaken(
                () -> configuration()
                        .replace(new ConfigurationObject(
                                other.id(), other.pk(), other.model(), other.type(), name, other.fields(), 1)),
                "name");
    }

    @Test
    void letsManyHaveNoName() {
        configuration().add(object(Model.STAGE_BINDING, ""));
        configuration().add(object(Model.STAGE_BINDING, ""));
    }

    @Test
    void givesEachNumberOnce() {
        assertThat(race(() -> configuration().nextPk(Model.FLOW))).doesNotHaveDuplicates();
    }

    @Test
    void advancesFromTheExpectedRevisionOnly() {
        long revision = configuration().revision();

        assertThat(configuration().advance(revision + 1)).isFalse();
        assertThat(configuration().advance(revision)).isTrue();
        assertThat(configuration().advance(revision)).isFalse();
        assertThat(configuration().revision()).isEqualTo(revision + 1);
        assertThat(configuration().load().revision()).isEqualTo(revision + 1);
    }

    @Test
    void letsOneOfManyAdvance() {
        long revision = configuration().revision();

        assertOneWins(() -> configuration().advance(revision));
    }

    @Test
    void takesARevisionBack() {
        long revision = configuration().revision();
        undone(() -> assertThat(configuration().advance(revision)).isTrue());

        assertThat(configuration().revision()).isEqualTo(revision);
    }
}
