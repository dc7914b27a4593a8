package org.gatewright.rest;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.configuration.ApplicationFields;
import org.gatewright.port.configuration.BrandFields;
import org.gatewright.port.configuration.Configuration;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.ConfigurationSnapshot;
import org.gatewright.port.configuration.EngineMode;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.configuration.PolicyBindingFields;
import org.gatewright.port.configuration.ProviderFields;
import org.gatewright.port.configuration.StageBindingFields;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.CommonError;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.GatewrightException;

/** A configuration that keeps what it is given, unchecked. It is its own snapshot. */
final class FakeConfiguration implements Configuration, ConfigurationSnapshot {

    private final Map<UUID, ConfigurationObject> objects = new LinkedHashMap<>();
    private final Map<String, JsonObject> schemas = new HashMap<>();
    private JsonObject generated = JsonObject.empty();
    private long next = 1;

    FakeConfiguration schema(Model model, String type, String... properties) {
        JsonObject members = JsonObject.empty();
        for (String property : properties) {
            members = members.with(property, JsonObject.of("type", "string"));
        }
        schemas.put(model + type, JsonObject.of("type", "object").with("properties", members));
        return this;
    }

    /** What the next creation generates. */
    FakeConfiguration generating(JsonObject secrets) {
        generated = secrets;
        return this;
    }

    ConfigurationObject put(Model model, String type, JsonObject fields) {
        String name = fields.text("slug").or(() -> fields.text("name")).orElse("");
        ConfigurationObject object = new ConfigurationObject(UUID.randomUUID(), next++, model, type, name, fields, 1);
        objects.put(object.id(), object);
        return object;
    }

    @Override
    public ConfigurationSnapshot snapshot() {
        return this;
    }

    @Override
    public Created create(Actor actor, Model model, String type, JsonObject fields) {
        return new Created(put(model, type, fields), generated);
    }

    @Override
    public ConfigurationObject update(Actor actor, UUID id, JsonObject fields, boolean partial) {
        ConfigurationObject old = object(id).orElseThrow();
        ConfigurationObject changed = new ConfigurationObject(
                id,
                old.pk(),
                old.model(),
                old.type(),
                old.name(),
                partial ? old.fields().merge(fields) : fields,
                old.version() + 1);
        objects.put(id, changed);
        return changed;
    }

    @Override
    public void delete(Actor actor, UUID id) {
        objects.remove(id);
    }

    @Override
    public JsonObject shown(ConfigurationObject object) {
        return object.fields();
    }

    @Override
    public JsonObject schema(Model model, String type) {
        JsonObject schema = schemas.get(model + type);
        if (schema != null) {
            return schema;
        }
        if (model.kind().isPresent()) {
            throw new GatewrightException(CommonError.TYPE_UNAVAILABLE, "The type is not installed.");
        }
        return JsonObject.of("type", "object");
    }

    @Override
    public Optional<ConfigurationObject> object(UUID id) {
        return Optional.ofNullable(objects.get(id));
    }

    @Override
    public Optional<ConfigurationObject> object(Model model, long pk) {
        return objects(model).stream().filter(object -> object.pk() == pk).findFirst();
    }

    @Override
    public Optional<ConfigurationObject> named(Model model, String name) {
        return objects(model).stream()
                .filter(object -> object.name().equals(name))
                .findFirst();
    }

    @Override
    public List<ConfigurationObject> objects(Model model) {
        return objects.values().stream()
                .filter(object -> object.model() == model)
                .toList();
    }

    @Override
    public Optional<Entry<ApplicationFields>> application(String slug) {
        return named(Model.APPLICATION, slug).map(FakeConfiguration::application);
    }

    @Override
    public Optional<Entry<ApplicationFields>> applicationOf(long providerPk) {
        return objects(Model.APPLICATION).stream()
                .map(FakeConfiguration::application)
                .filter(entry -> entry.value().provider().equals(Optional.of(providerPk)))
                .findFirst();
    }

    private static Entry<ApplicationFields> application(ConfigurationObject object) {
        JsonObject fields = object.fields();
        return new Entry<>(
                object.id(),
                object.pk(),
                new ApplicationFields(
                        fields.text("name").orElse(""),
                        object.name(),
                        fields.integer("provider"),
                        "",
                        EngineMode.ANY,
                        "",
                        "",
                        "",
                        "",
                        false,
                        false));
    }

    @Override
    public long revision() {
        return next;
    }

    @Override
    public String exportBlueprint() {
        return "version: 1\n";
    }

    @Override
    public void applyBlueprint(Actor actor, String yaml) {
        throw unasked();
    }

    @Override
    public Optional<Entry<FlowFields>> flow(String slug) {
        throw unasked();
    }

    @Override
    public Optional<Entry<FlowFields>> flow(UUID id) {
        throw unasked();
    }

    @Override
    public List<Entry<StageBindingFields>> stageBindings(UUID flow) {
        throw unasked();
    }

    @Override
    public List<Entry<PolicyBindingFields>> policyBindings(UUID target) {
        throw unasked();
    }

    @Override
    public Optional<Entry<ProviderFields>> provider(UUID id) {
        throw unasked();
    }

    @Override
    public Optional<ConfigurationObject> unique(UniqueSetting wanted, Class<? extends Record> settings) {
        throw unasked();
    }

    @Override
    public <S extends Record> S settings(ConfigurationObject instance, Class<S> type) {
        throw unasked();
    }

    @Override
    public boolean isLater(ConfigurationObject instance, Class<? extends Record> type) {
        return false;
    }

    @Override
    public Entry<BrandFields> brand(String host) {
        throw unasked();
    }

    private static AssertionError unasked() {
        return new AssertionError("the API does not ask for this");
    }
}
