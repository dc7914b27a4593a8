package org.gatewright.kernel.configuration;

import java.util.Optional;
import java.util.stream.Stream;
import org.gatewright.port.configuration.ApplicationFields;
import org.gatewright.port.configuration.BrandFields;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.port.configuration.InstanceFields;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.configuration.PolicyBindingFields;
import org.gatewright.port.configuration.ProviderFields;
import org.gatewright.port.configuration.StageBindingFields;

/** What the kernel knows of its models. */
public final class Models {

    private Models() {}

    /** Returns the record of the model's own fields; for models of a kind those that all types have. */
    static Class<? extends Record> fields(Model model) {
        return switch (model) {
            case FLOW -> FlowFields.class;
            case STAGE_BINDING -> StageBindingFields.class;
            case POLICY_BINDING -> PolicyBindingFields.class;
            case APPLICATION -> ApplicationFields.class;
            case BRAND -> BrandFields.class;
            case STAGE, POLICY, AUTHENTICATOR -> InstanceFields.class;
            case PROVIDER -> ProviderFields.class;
        };
    }

    /** Returns the field that names an object uniquely within the model. */
    public static Optional<String> nameField(Model model) {
        return switch (model) {
            case FLOW, APPLICATION -> Optional.of("slug");
            case BRAND -> Optional.of("domain");
            case STAGE, POLICY, PROVIDER, AUTHENTICATOR -> Optional.of("name");
            case STAGE_BINDING, POLICY_BINDING -> Optional.empty();
        };
    }

    /** Finds the model by its name in references and blueprints. */
    public static Optional<Model> byWireName(String name) {
        return Stream.of(Model.values())
                .filter(model -> model.wireName().equals(name))
                .findFirst();
    }
}
