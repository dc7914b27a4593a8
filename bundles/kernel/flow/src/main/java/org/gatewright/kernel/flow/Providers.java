package org.gatewright.kernel.flow;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.configuration.ApplicationFields;
import org.gatewright.port.configuration.BrandFields;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.ConfigurationSnapshot;
import org.gatewright.port.configuration.ConfigurationSnapshot.UniqueSetting;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.configuration.ProviderFields;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.protocol.Provider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the providers of one protocol in the snapshot of one turn. Those of another protocol are not there. */
final class Providers {

    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);
    private static final String SIGN_IN = "default-authentication-flow";
    private static final String SIGN_OUT = "default-invalidation-flow";
    private static final String CONSENT = "default-provider-authorization-implicit-consent";

    private final Turn turn;
    private final String protocol;

    Providers(Turn turn, String protocol) {
        this.turn = turn;
        this.protocol = protocol;
    }

    <S extends Record> Optional<Provider<S>> ofApplication(String slug, Class<S> settings) {
        ConfigurationSnapshot configuration = turn.configuration();
        return configuration
                .application(slug)
                .flatMap(application -> application.value().provider())
                .flatMap(pk -> configuration.object(Model.PROVIDER, pk))
                .flatMap(instance -> provider(instance, settings));
    }

    <S extends Record> Optional<Provider<S>> by(String setting, String value, Class<S> settings) {
        return turn.configuration()
                .unique(new UniqueSetting(Model.PROVIDER, protocol, setting, value), settings)
                .flatMap(instance -> provider(instance, settings));
    }

    /** Those that an application uses, by name. */
    <S extends Record> List<Provider<S>> used(Class<S> settings) {
        return turn.configuration().objects(Model.PROVIDER).stream()
                .flatMap(instance -> provider(instance, settings).stream())
                .filter(provider -> provider.application().isPresent())
                .toList();
    }

    private <S extends Record> Optional<Provider<S>> provider(ConfigurationObject instance, Class<S> type) {
        return turn.configuration()
                .provider(instance.id())
                .filter(common -> instance.type().equals(protocol))
                .map(common -> provider(instance, common.value(), settings(instance, type)));
    }

    private <S extends Record> Provider<S> provider(ConfigurationObject instance, ProviderFields common, S settings) {
        Optional<ApplicationFields> application =
                turn.configuration().applicationOf(instance.pk()).map(Entry::value);
        BrandFields brand =
                turn.configuration().brand(turn.client().origin().getHost()).value();
        return new Provider<>(
                instance.id(),
                common.name(),
                settings,
                application.map(ApplicationFields::slug),
                application.map(ApplicationFields::name).orElse(""),
                slug(common.authenticationFlow().or(brand::flowAuthentication), SIGN_IN),
                slug(common.authorizationFlow(), CONSENT),
                slug(common.invalidationFlow().or(brand::flowInvalidation), SIGN_OUT));
    }

    private <S extends Record> S settings(ConfigurationObject instance, Class<S> type) {
        try {
            return turn.configuration().settings(instance, type);
        } catch (InvalidFieldsException e) {
            LOG.warn("The settings of the provider {} do not fit its type: {}", instance.name(), e.detail());
            throw new GatewrightException(
                    FlowError.MISCONFIGURED,
                    "The settings of the provider " + instance.name() + " do not fit the plug-in that is installed.");
        }
    }

    private String slug(Optional<UUID> flow, String otherwise) {
        return flow.flatMap(turn.configuration()::flow)
                .map(Entry::value)
                .map(FlowFields::slug)
                .orElse(otherwise);
    }
}
