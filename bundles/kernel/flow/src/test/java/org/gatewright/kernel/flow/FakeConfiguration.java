package org.gatewright.kernel.flow;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
import org.gatewright.spi.data.JsonObject;

/** A configuration that a test fills; settings are the records that the test gave. */
final class FakeConfiguration implements ConfigurationSnapshot {

    final Map<UUID, ConfigurationObject> objects = new HashMap<>();
    final Map<UUID, Record> settings = new HashMap<>();
    final Map<String, Entry<FlowFields>> flows = new HashMap<>();
    final Map<String, Entry<ApplicationFields>> applications = new HashMap<>();
    final Map<UUID, Entry<ProviderFields>> providers = new HashMap<>();
    final List<Entry<StageBindingFields>> bindings = new ArrayList<>();
    Optional<UUID> brandSignIn = Optional.empty();
    private long numbers;

    /** Nothing but the snapshot is needed of the configuration. */
    Configuration configuration() {
        return (Configuration) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Configuration.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("snapshot")) {
                        return this;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    Entry<FlowFields> add(FlowFields fields) {
        Entry<FlowFields> flow = new Entry<>(UUID.randomUUID(), ++numbers, fields);
        flows.put(fields.slug(), flow);
        return flow;
    }

    Entry<StageBindingFields> bind(StageBindingFields fields) {
        Entry<StageBindingFields> binding = new Entry<>(UUID.randomUUID(), ++numbers, fields);
        bindings.add(binding);
        return binding;
    }

    ConfigurationObject add(Model model, String type, String name, Record bound) {
        ConfigurationObject object =
                new ConfigurationObject(UUID.randomUUID(), ++numbers, model, type, name, JsonObject.empty(), 1);
        objects.put(object.id(), object);
        settings.put(object.id(), bound);
        return object;
    }

    void addApplication(String slug, long provider) {
        ApplicationFields fields = new ApplicationFields(
                slug.toUpperCase(java.util.Locale.ROOT),
                slug,
                Optional.of(provider),
                "",
                EngineMode.ANY,
                "",
                "",
                "",
                "",
                false,
                false);
        applications.put(slug, new Entry<>(UUID.randomUUID(), ++numbers, fields));
    }

    @Override
    public long revision() {
        return 1;
    }

    @Override
    public Optional<ConfigurationObject> object(UUID id) {
        return Optional.ofNullable(objects.get(id));
    }

    @Override
    public Optional<ConfigurationObject> object(Model model, long pk) {
        return objects.values().stream()
                .filter(object -> object.model() == model && object.pk() == pk)
                .findFirst();
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
    public Optional<Entry<FlowFields>> flow(String slug) {
        return Optional.ofNullable(flows.get(slug));
    }

    @Override
    public Optional<Entry<FlowFields>> flow(UUID id) {
        return flows.values().stream().filter(flow -> flow.id().equals(id)).findFirst();
    }

    @Override
    public List<Entry<StageBindingFields>> stageBindings(UUID flow) {
        return bindings.stream()
                .filter(binding -> binding.value().target().equals(flow))
                .sorted(Comparator.comparing(binding -> binding.value().order()))
                .toList();
    }

    @Override
    public List<Entry<PolicyBindingFields>> policyBindings(UUID target) {
        return List.of();
    }

    @Override
    public Optional<Entry<ApplicationFields>> application(String slug) {
        return Optional.ofNullable(applications.get(slug));
    }

    @Override
    public Optional<Entry<ApplicationFields>> applicationOf(long providerPk) {
        return applications.values().stream()
                .filter(application -> application.value().provider().equals(Optional.of(providerPk)))
                .findFirst();
    }

    @Override
    public Optional<Entry<ProviderFields>> provider(UUID id) {
        return Optional.ofNullable(providers.get(id));
    }

    @Override
    public Optional<ConfigurationObject> unique(UniqueSetting wanted, Class<? extends Record> settings) {
        return objects(wanted.model()).stream()
                .filter(object ->
                        object.type().equals(wanted.type()) && object.name().equals(wanted.value()))
                .findFirst();
    }

    @Override
    public <S extends Record> S settings(ConfigurationObject instance, Class<S> type) {
        return type.cast(settings.get(instance.id()));
    }

    @Override
    public boolean isLater(ConfigurationObject instance, Class<? extends Record> type) {
        return false;
    }

    @Override
    public Entry<BrandFields> brand(String host) {
        return new Entry<>(
                UUID.randomUUID(),
                1,
                new BrandFields(
                        "localhost",
                        true,
                        "",
                        "",
                        "",
                        brandSignIn,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }
}
