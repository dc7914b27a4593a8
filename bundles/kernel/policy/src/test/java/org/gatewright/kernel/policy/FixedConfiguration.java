package org.gatewright.kernel.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.gatewright.spi.data.JsonObject;

/** A snapshot that knows one target, its bindings and the policies. */
final class FixedConfiguration implements ConfigurationSnapshot {

    static final UUID TARGET = UUID.randomUUID();

    private final Map<UUID, ConfigurationObject> policies = new LinkedHashMap<>();
    private final List<Entry<PolicyBindingFields>> bindings = new ArrayList<>();

    /** How a binding differs from the usual one. */
    record Terms(boolean negate, int timeout, boolean failureResult) {
        static final Terms USUAL = new Terms(false, 30, false);
        static final Terms NEGATED = new Terms(true, 30, false);
        static final Terms PASS_ON_FAILURE = new Terms(true, 1, true);
        static final Terms SHORT = new Terms(false, 1, false);
    }

    FixedConfiguration policy(String type, Terms terms) {
        return bind(Optional.of(add(type)), Optional.empty(), Optional.empty(), terms);
    }

    FixedConfiguration unbound(String type) {
        add(type);
        return this;
    }

    UUID id(String name) {
        return named(Model.POLICY, name).orElseThrow().id();
    }

    private UUID add(String type) {
        UUID id = UUID.randomUUID();
        policies.put(id, new ConfigurationObject(id, policies.size(), Model.POLICY, type, type, JsonObject.empty(), 1));
        return id;
    }

    FixedConfiguration dangling(Terms terms) {
        return bind(Optional.of(UUID.randomUUID()), Optional.empty(), Optional.empty(), terms);
    }

    FixedConfiguration group(UUID group, Terms terms) {
        return bind(Optional.empty(), Optional.of(group), Optional.empty(), terms);
    }

    FixedConfiguration user(long pk, Terms terms) {
        return bind(Optional.empty(), Optional.empty(), Optional.of(pk), terms);
    }

    private FixedConfiguration bind(Optional<UUID> policy, Optional<UUID> group, Optional<Long> user, Terms terms) {
        bindings.add(new Entry<>(
                UUID.randomUUID(),
                bindings.size(),
                new PolicyBindingFields(
                        TARGET,
                        policy,
                        group,
                        user,
                        terms.negate(),
                        true,
                        bindings.size(),
                        terms.timeout(),
                        terms.failureResult())));
        return this;
    }

    @Override
    public List<Entry<PolicyBindingFields>> policyBindings(UUID target) {
        return target.equals(TARGET) ? List.copyOf(bindings) : List.of();
    }

    @Override
    public Optional<ConfigurationObject> object(UUID id) {
        return Optional.ofNullable(policies.get(id));
    }

    @Override
    public long revision() {
        return 1;
    }

    @Override
    public Optional<ConfigurationObject> object(Model model, long pk) {
        return Optional.empty();
    }

    @Override
    public Optional<ConfigurationObject> named(Model model, String name) {
        return policies.values().stream()
                .filter(policy -> policy.name().equals(name))
                .findFirst();
    }

    @Override
    public List<ConfigurationObject> objects(Model model) {
        return List.of();
    }

    @Override
    public Optional<Entry<FlowFields>> flow(String slug) {
        return Optional.empty();
    }

    @Override
    public Optional<Entry<FlowFields>> flow(UUID id) {
        return Optional.empty();
    }

    @Override
    public List<Entry<StageBindingFields>> stageBindings(UUID flow) {
        return List.of();
    }

    @Override
    public Optional<Entry<ApplicationFields>> application(String slug) {
        return Optional.empty();
    }

    @Override
    public Optional<Entry<ApplicationFields>> applicationOf(long providerPk) {
        return Optional.empty();
    }

    @Override
    public Optional<Entry<ProviderFields>> provider(UUID id) {
        return Optional.empty();
    }

    @Override
    public Optional<ConfigurationObject> unique(UniqueSetting wanted, Class<? extends Record> settings) {
        return Optional.empty();
    }

    @Override
    public <S extends Record> S settings(ConfigurationObject instance, Class<S> type) {
        throw new UnsupportedOperationException("these policies have no settings");
    }

    @Override
    public boolean isLater(ConfigurationObject instance, Class<? extends Record> type) {
        return false;
    }

    @Override
    public Entry<BrandFields> brand(String host) {
        throw new UnsupportedOperationException("policies ask for no brand");
    }
}
