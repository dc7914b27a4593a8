package org.gatewright.kernel.plugins;

import java.util.Optional;
import java.util.regex.Pattern;
import org.gatewright.kernel.plugins.artifact.Permissions;
import org.gatewright.kernel.plugins.guard.GuardedType;
import org.gatewright.port.plugins.DeclaredPermissions;
import org.gatewright.port.plugins.Pin;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.plugin.NoSettings;
import org.gatewright.spi.plugin.PluginType;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

/**
 * What a service says of the type that it brings.
 *
 * @param settings name of the record
 * @param permissions what its bundle declares
 * @param fault why the type cannot be used as it is described, empty if it can
 */
record TypeDescription(
        Kind kind,
        String type,
        Version version,
        int stateVersion,
        String plugin,
        String title,
        String description,
        String settings,
        DeclaredPermissions permissions,
        String fault) {

    /** The header that makes a bundle a plug-in. */
    static final String PLUGIN_HEADER = "Gatewright-Plugin";

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,64}");

    /** Reads the properties of a service. */
    static TypeDescription of(Kind kind, ServiceReference<?> reference, Bundle bundle) {
        String name = text(reference, "name").orElse("");
        return new TypeDescription(
                kind,
                name,
                bundle.getVersion(),
                reference.getProperty(PluginType.PREFIX_ + "stateVersion") instanceof Number number
                        ? number.intValue()
                        : 1,
                PluginBundles.id(bundle),
                text(reference, "title").orElse(name),
                text(reference, "description").orElse(""),
                text(reference, "settings").orElse(NoSettings.class.getName()),
                new DeclaredPermissions(PluginBundles.id(bundle), Permissions.of(bundle)),
                fault(name, bundle));
    }

    Pin pin() {
        return new Pin(kind, type, version.toString(), stateVersion);
    }

    GuardedType guarded() {
        return new GuardedType(kind, Contracts.noun(kind), type, plugin, version.toString());
    }

    PluginVersion pluginVersion() {
        return new PluginVersion(plugin, version.toString());
    }

    private static String fault(String name, Bundle bundle) {
        if (bundle.getHeaders("").get(PLUGIN_HEADER) == null) {
            return "Its bundle has no manifest header " + PLUGIN_HEADER + ", so it is no plug-in.";
        }
        if (name.isEmpty()) {
            return "Its service has no property " + PluginType.PREFIX_ + "name; the annotation @PluginType sets it.";
        }
        return NAME.matcher(name).matches()
                ? ""
                : "The name of its type may hold only letters a to z, digits and underscores.";
    }

    private static Optional<String> text(ServiceReference<?> reference, String property) {
        return Optional.ofNullable(reference.getProperty(PluginType.PREFIX_ + property))
                .map(Object::toString)
                .filter(value -> !value.isEmpty());
    }
}
