package org.gatewright.kernel.configuration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.configuration.ApplicationFields;
import org.gatewright.port.configuration.BrandFields;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.ConfigurationSnapshot;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.configuration.PolicyBindingFields;
import org.gatewright.port.configuration.ProviderFields;
import org.gatewright.port.configuration.StageBindingFields;
import org.gatewright.port.crypto.Sealer;

/** A snapshot with an index for each question. */
final class IndexedSnapshot implements ConfigurationSnapshot {

    /** Serves while no brand is the default. */
    private static final Entry<BrandFields> NO_BRAND = new Entry<>(
            new UUID(0, 0),
            0,
            new BrandFields(
                    "gatewright-default",
                    true,
                    "Gatewright",
                    "",
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));

    private record PkKey(Model model, long pk) {}

    private record NameKey(Model model, String name) {}

    private final long revision;
    private final Sealer sealer;
    private final Map<UUID, ConfigurationObject> byId = new HashMap<>();
    private final Map<PkKey, ConfigurationObject> byPk = new HashMap<>();
    private final Map<NameKey, ConfigurationObject> byName = new HashMap<>();
    private final Map<Model, List<ConfigurationObject>> byModel = new HashMap<>();
    private final Map<UUID, Entry<FlowFields>> flows;
    private final Map<UUID, Entry<ApplicationFields>> applications;
    private final Map<Long, Entry<ApplicationFields>> applicationsByProvider = new HashMap<>();
    private final Map<UUID, Entry<ProviderFields>> providers;
    private final Map<UUID, List<Entry<StageBindingFields>>> stageBindings = new HashMap<>();
    private final Map<UUID, List<Entry<PolicyBindingFields>>> policyBindings = new HashMap<>();
    private final Map<String, Entry<BrandFields>> brands = new HashMap<>();
    private final Entry<BrandFields> defaultBrand;

    /** What instances are to a record, kept with the record class, so that no snapshot holds the classes of a bundle that is gone. */
    private final ClassValue<BoundSettings> bound = new ClassValue<>() {
        @Override
        protected BoundSettings computeValue(Class<?> type) {
            return new BoundSettings();
        }
    };

    IndexedSnapshot(long revision, Collection<ConfigurationObject> objects, Sealer sealer) {
        this.revision = revision;
        this.sealer = sealer;
        objects.forEach(this::index);
        byModel.replaceAll((model, list) -> list.stream()
                .sorted(Comparator.comparing(ConfigurationObject::name).thenComparing(ConfigurationObject::pk))
                .toList());
        EntryReader reader = new EntryReader(sealer);
        flows = byEntryId(reader.entries(objects(Model.FLOW), FlowFields.class));
        applications = byEntryId(reader.entries(objects(Model.APPLICATION), ApplicationFields.class));
        applications
                .values()
                .forEach(one -> one.value().provider().ifPresent(pk -> applicationsByProvider.put(pk, one)));
        providers = byEntryId(reader.entries(objects(Model.PROVIDER), ProviderFields.class));
        reader.entries(objects(Model.STAGE_BINDING), StageBindingFields.class).stream()
                .sorted(Comparator.comparing((Entry<StageBindingFields> binding) ->
                                binding.value().order())
                        .thenComparing(Entry::pk))
                .forEach(binding -> add(stageBindings, binding.value().target(), binding));
        reader.entries(objects(Model.POLICY_BINDING), PolicyBindingFields.class).stream()
                .filter(binding -> binding.value().enabled())
                .sorted(Comparator.comparing((Entry<PolicyBindingFields> binding) ->
                                binding.value().order())
                        .thenComparing(Entry::pk))
                .forEach(binding -> add(policyBindings, binding.value().target(), binding));
        reader.entries(objects(Model.BRAND), BrandFields.class)
                .forEach(brand -> brands.put(brand.value().domain().toLowerCase(Locale.ROOT), brand));
        defaultBrand = brands.values().stream()
                .filter(brand -> brand.value().default_())
                .findFirst()
                .orElse(NO_BRAND);
    }

    Collection<ConfigurationObject> all() {
        return byId.values();
    }

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public Optional<ConfigurationObject> object(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Optional<ConfigurationObject> object(Model model, long pk) {
        return Optional.ofNullable(byPk.get(new PkKey(model, pk)));
    }

    @Override
    public Optional<ConfigurationObject> named(Model model, String name) {
        return Optional.ofNullable(byName.get(new NameKey(model, name)));
    }

    @Override
    public List<ConfigurationObject> objects(Model model) {
        return byModel.getOrDefault(model, List.of());
    }

    @Override
    public Optional<Entry<FlowFields>> flow(String slug) {
        return named(Model.FLOW, slug).flatMap(object -> flow(object.id()));
    }

    @Override
    public Optional<Entry<FlowFields>> flow(UUID id) {
        return Optional.ofNullable(flows.get(id));
    }

    @Override
    public List<Entry<StageBindingFields>> stageBindings(UUID flow) {
        return List.copyOf(stageBindings.getOrDefault(flow, List.of()));
    }

    @Override
    public List<Entry<PolicyBindingFields>> policyBindings(UUID target) {
        return List.copyOf(policyBindings.getOrDefault(target, List.of()));
    }

    @Override
    public Optional<Entry<ApplicationFields>> application(String slug) {
        return named(Model.APPLICATION, slug).flatMap(object -> Optional.ofNullable(applications.get(object.id())));
    }

    @Override
    public Optional<Entry<ApplicationFields>> applicationOf(long providerPk) {
        return Optional.ofNullable(applicationsByProvider.get(providerPk));
    }

    @Override
    public Optional<Entry<ProviderFields>> provider(UUID id) {
        return Optional.ofNullable(providers.get(id));
    }

    @Override
    public Optional<ConfigurationObject> unique(UniqueSetting wanted, Class<? extends Record> settings) {
        return bound.get(settings).unique(wanted, settings, objects(wanted.model()));
    }

    @Override
    public <S extends Record> S settings(ConfigurationObject instance, Class<S> type) {
        return byId.get(instance.id()) == instance
                ? bound.get(type).of(instance, type, sealer)
                : BoundSettings.bind(instance, type, sealer);
    }

    @Override
    public boolean isLater(ConfigurationObject instance, Class<? extends Record> type) {
        return new InstanceShapes(instance).isLater(type);
    }

    /** The brand of the longest domain that the host name is, or is below. */
    @Override
    public Entry<BrandFields> brand(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        while (!name.isEmpty()) {
            Entry<BrandFields> brand = brands.get(name);
            if (brand != null) {
                return brand;
            }
            int dot = name.indexOf('.');
            name = dot < 0 ? "" : name.substring(dot + 1);
        }
        return defaultBrand;
    }

    private void index(ConfigurationObject object) {
        byId.put(object.id(), object);
        byPk.put(new PkKey(object.model(), object.pk()), object);
        byModel.computeIfAbsent(object.model(), model -> new ArrayList<>()).add(object);
        if (!object.name().isEmpty()) {
            byName.put(new NameKey(object.model(), object.name()), object);
        }
    }

    private static <S extends Record> Map<UUID, Entry<S>> byEntryId(List<Entry<S>> entries) {
        Map<UUID, Entry<S>> map = new HashMap<>();
        entries.forEach(entry -> map.put(entry.id(), entry));
        return map;
    }

    private static <S extends Record> void add(Map<UUID, List<Entry<S>>> map, UUID target, Entry<S> entry) {
        map.computeIfAbsent(target, id -> new ArrayList<>()).add(entry);
    }
}
