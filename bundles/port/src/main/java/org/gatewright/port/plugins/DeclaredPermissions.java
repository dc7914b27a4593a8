package org.gatewright.port.plugins;

import java.util.List;
import org.gatewright.port.error.CommonError;
import org.gatewright.spi.error.GatewrightException;

/**
 * What one version of a plug-in declares that it does. Whoever hands something out looks here first: what belongs to a permission that is not declared is withheld.
 *
 * @param plugin its id
 */
public record DeclaredPermissions(String plugin, List<Permission> declared) {

    /** Copies the list. */
    public DeclaredPermissions {
        declared = List.copyOf(declared);
    }

    /** Tells whether the permission is declared, with limits or without. */
    public boolean has(String name) {
        return declared.stream().anyMatch(permission -> permission.name().equals(name));
    }

    /** Tells whether the permission is declared and reaches this one thing. */
    public boolean has(String name, String thing) {
        return declared.stream()
                .filter(permission -> permission.name().equals(name))
                .anyMatch(permission ->
                        permission.limits().isEmpty() || permission.limits().contains(thing));
    }

    /** Tells whether the permission is declared without limits. */
    public boolean hasAll(String name) {
        return declared.contains(new Permission(name, List.of()));
    }

    /** Returns what is thrown for what is withheld. */
    public GatewrightException withheld(String permission) {
        return new GatewrightException(
                CommonError.PLUGIN_UNDECLARED,
                plugin + " does not declare the permission “" + permission
                        + "” in the header Gatewright-Permissions of its manifest, so it is not given what belongs to it.");
    }
}
