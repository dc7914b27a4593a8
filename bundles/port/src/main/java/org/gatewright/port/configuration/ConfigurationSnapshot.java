package org.gatewright.port.configuration;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The whole configuration at one moment. Immutable; everything is found in constant time but for the lists. */
@ProviderType
public interface ConfigurationSnapshot {

    /** Returns a number that grows with each change. */
    long revision();

    /** Finds the object. */
    Optional<ConfigurationObject> object(UUID id);

    /** Finds the object by its number. */
    Optional<ConfigurationObject> object(Model model, long pk);

    /** Finds the object by its name or slug. */
    Optional<ConfigurationObject> named(Model model, String name);

    /** Lists the objects of the model, by name. */
    List<ConfigurationObject> objects(Model model);

    /** Finds the flow by slug. */
    Optional<Entry<FlowFields>> flow(String slug);

    /** Finds the flow by id. */
    Optional<Entry<FlowFields>> flow(UUID id);

    /** Lists the bindings of the flow's steps, in order. */
    List<Entry<StageBindingFields>> stageBindings(UUID flow);

    /** Lists the enabled policy bindings of the target, in order. */
    List<Entry<PolicyBindingFields>> policyBindings(UUID target);

    /** Finds the application by slug. */
    Optional<Entry<ApplicationFields>> application(String slug);

    /** Finds the application that uses the provider. */
    Optional<Entry<ApplicationFields>> applicationOf(long providerPk);

    /** Returns the common fields of a provider. */
    Optional<Entry<ProviderFields>> provider(UUID id);

    /**
     * An instance found by a setting.
     *
     * @param type the type of which it is an instance
     * @param setting the setting's name in JSON
     */
    record UniqueSetting(Model model, String type, String setting, String value) {}

    /** Finds the only instance whose setting, marked {@code @Unique} on the record, has the value. It is looked for in the shape of the record. */
    Optional<ConfigurationObject> unique(UniqueSetting wanted, Class<? extends Record> settings);

    /**
     * Binds the settings of an instance to the record, which the plug-in's own class loader brought. Bound once for each record class and kept. Settings of an earlier
     * shape are brought to that of the record; what is stored stays as it is.
     *
     * @throws org.gatewright.port.error.InvalidFieldsException if what is stored does not fit the record any more
     */
    <S extends Record> S settings(ConfigurationObject instance, Class<S> type);

    /** Tells whether the instance was saved only in shapes later than that of the record, so that it cannot be bound until the version that saved it is back. */
    boolean isLater(ConfigurationObject instance, Class<? extends Record> type);

    /** Returns the brand for the host name. */
    Entry<BrandFields> brand(String host);
}
