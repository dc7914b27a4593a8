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

    /** Finds the instance of the type whose setting marked {@code @Unique} has the value. */
    Optional<ConfigurationObject> unique(Model model, String type, String setting, String value);

    /**
     * Binds the settings of an instance to the record, which the plug-in's own class loader brought. Bound once for each record class and kept.
     *
     * @throws org.gatewright.port.error.InvalidFieldsException if what is stored does not fit the record any more
     */
    <S extends Record> S settings(ConfigurationObject instance, Class<S> type);

    /** Returns the brand for the host name. */
    Entry<BrandFields> brand(String host);
}
