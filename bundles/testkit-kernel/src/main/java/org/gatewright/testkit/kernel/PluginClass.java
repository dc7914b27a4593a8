package org.gatewright.testkit.kernel;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.port.plugins.TypeVersion;
import org.gatewright.port.plugins.VersionState;
import org.gatewright.spi.authenticator.AuthenticatorMethod;
import org.gatewright.spi.credential.CredentialBackend;
import org.gatewright.spi.credential.PasswordHasher;
import org.gatewright.spi.mapping.ExpressionLanguage;
import org.gatewright.spi.outpost.Outpost;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.plugin.PluginType;
import org.gatewright.spi.policy.Policy;
import org.gatewright.spi.protocol.Protocol;
import org.gatewright.spi.stage.Stage;

/**
 * A class that brings a type.
 *
 * @param kind the kind of which it has the interface
 * @param named what it says of itself
 */
record PluginClass(Class<?> component, Kind kind, PluginType named) {

    private static final Map<Class<?>, Kind> KINDS = Map.of(
            Stage.class, Kind.STAGE,
            Policy.class, Kind.POLICY,
            Protocol.class, Kind.PROTOCOL,
            CredentialBackend.class, Kind.CREDENTIAL_BACKEND,
            PasswordHasher.class, Kind.HASHER,
            AuthenticatorMethod.class, Kind.AUTHENTICATOR,
            ExpressionLanguage.class, Kind.MAPPING,
            Outpost.class, Kind.OUTPOST);

    static PluginClass of(Class<?> component) {
        PluginType named = component.getAnnotation(PluginType.class);
        if (named == null) {
            throw new IllegalArgumentException(component.getName() + " is not annotated with @PluginType");
        }
        List<Kind> kinds = KINDS.entrySet().stream()
                .filter(kind -> kind.getKey().isAssignableFrom(component))
                .map(Map.Entry::getValue)
                .toList();
        if (kinds.size() != 1) {
            throw new IllegalArgumentException(
                    component.getName() + " must implement one kind of plug-in, and implements " + kinds);
        }
        return new PluginClass(component, kinds.get(0), named);
    }

    TypeVersion version() {
        Class<?> settings = named.settings();
        if (!settings.isRecord()) {
            throw new IllegalArgumentException("the settings " + settings.getName() + " are not a record");
        }
        return new TypeVersion(
                kind,
                named.name(),
                "1.0.0",
                named.stateVersion(),
                "test." + named.name(),
                VersionState.ACTIVE,
                "",
                named.title(),
                named.description(),
                Optional.of(settings.asSubclass(Record.class)));
    }

    /** Makes an object with the services. */
    Object create(List<?> services) {
        Constructor<?>[] constructors = component.getConstructors();
        if (constructors.length != 1) {
            throw new IllegalArgumentException(component.getName() + " must have one public constructor");
        }
        Object[] arguments = Arrays.stream(constructors[0].getParameterTypes())
                .map(parameter -> service(parameter, services))
                .toArray();
        try {
            return constructors[0].newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(component.getName() + " does not start", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.getName() + " cannot be made", e);
        }
    }

    private Object service(Class<?> wanted, List<?> services) {
        return services.stream()
                .filter(wanted::isInstance)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the bare kernel has no " + wanted.getName() + " for "
                        + component.getName() + ": make the plug-in yourself and give it to BareKernel.install"));
    }
}
