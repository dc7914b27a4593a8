package org.gatewright.kernel.plugins.services;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.gatewright.kernel.plugins.PluginVersion;
import org.gatewright.kernel.plugins.artifact.Permissions;
import org.gatewright.port.plugins.Permission;
import org.gatewright.spi.credential.CredentialVerifier;
import org.gatewright.spi.credential.PasswordHashes;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.session.CertifiedKeys;
import org.gatewright.spi.session.Consents;
import org.gatewright.spi.session.Grants;
import org.gatewright.spi.session.SingleUse;
import org.gatewright.spi.session.TokenSigner;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;
import org.osgi.service.component.annotations.Component;

/**
 * Lets a plug-in find only those services of the SPI for which it declares the permission. A component that references another one is not satisfied. Asked when a
 * service is looked up or comes, never when it is called.
 */
@Component(
        service = {PermittedServices.class, FindHook.class, EventListenerHook.class},
        immediate = true)
public final class PermittedServices implements FindHook, EventListenerHook {

    private static final String PLUGIN_HEADER = "Gatewright-Plugin";

    private static final Map<String, String> NEEDED = Map.of(
            Directory.class.getName(), Permission.DIRECTORY,
            CredentialVerifier.class.getName(), Permission.CREDENTIALS,
            PasswordHashes.class.getName(), Permission.CREDENTIALS,
            Consents.class.getName(), Permission.CONSENTS,
            Grants.class.getName(), Permission.SESSIONS,
            SingleUse.class.getName(), Permission.SESSIONS,
            TokenSigner.class.getName(), Permission.SIGNING,
            CertifiedKeys.class.getName(), Permission.SIGNING_KEYS);

    /** The services that a version asked for by name, and did not get. */
    private final Map<PluginVersion, Set<String>> withheld = new ConcurrentHashMap<>();

    @Override
    public void find(
            BundleContext context,
            @Nullable String name,
            @Nullable String filter,
            boolean allServices,
            Collection<ServiceReference<?>> references) {
        Bundle asker = context.getBundle();
        List<ServiceReference<?>> withheldNow = references.stream()
                .filter(reference -> isWithheld(asker, reference))
                .toList();
        references.removeAll(withheldNow);
        withheldNow.stream()
                .flatMap(PermittedServices::guarded)
                .filter(service -> isAskedFor(service, name, filter))
                .forEach(service -> remember(asker, service));
    }

    /** Declarative Services name what they look for in the filter. */
    private static boolean isAskedFor(String service, @Nullable String name, @Nullable String filter) {
        return service.equals(name)
                || filter != null && filter.contains("(" + Constants.OBJECTCLASS + "=" + service + ")");
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        ServiceReference<?> reference = event.getServiceReference();
        if (needed(reference).isPresent()) {
            listeners.keySet().removeIf(context -> isWithheld(context.getBundle(), reference));
        }
    }

    /** Says which service a version has asked for and did not get, and why. */
    public Optional<String> withheld(PluginVersion version) {
        return withheld.getOrDefault(version, Set.of()).stream()
                .findFirst()
                .map(service -> "It needs the service " + service + ", but does not declare the permission “"
                        + NEEDED.get(service) + "” in the header " + Permissions.HEADER + " of its manifest.");
    }

    private void remember(Bundle asker, String service) {
        PluginVersion version = new PluginVersion(
                String.valueOf(asker.getSymbolicName()), asker.getVersion().toString());
        withheld.compute(version, (same, before) -> {
            Set<String> services = new TreeSet<>(before == null ? Set.of() : before);
            services.add(service);
            return services;
        });
    }

    /** What is no plug-in is a part of the server. */
    private static boolean isWithheld(Bundle asker, ServiceReference<?> reference) {
        Optional<String> needed = needed(reference);
        return needed.isPresent()
                && asker.getHeaders("").get(PLUGIN_HEADER) != null
                && Permissions.of(asker).stream()
                        .noneMatch(permission -> permission.name().equals(needed.get()));
    }

    private static Optional<String> needed(ServiceReference<?> reference) {
        return guarded(reference).map(NEEDED::get).findFirst();
    }

    /** Returns the names of a service that need a permission. */
    private static Stream<String> guarded(ServiceReference<?> reference) {
        return reference.getProperty(Constants.OBJECTCLASS) instanceof String[] names
                ? Arrays.stream(names).filter(NEEDED::containsKey)
                : Stream.empty();
    }
}
