package org.gatewright.kernel.plugins.artifact;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.felix.utils.manifest.Attribute;
import org.apache.felix.utils.manifest.Clause;
import org.apache.felix.utils.manifest.Parser;
import org.gatewright.port.plugins.Permission;
import org.osgi.framework.Bundle;

/**
 * What a plug-in declares that it does, as OSGi headers are written: {@code network;hosts="api.example.com:443",documents}. It tells whoever installs the plug-in, and the
 * kernel hands out nothing that belongs to another permission. A word that nobody knows is refused: somebody could take it for something.
 *
 * @param declared those that are understood
 * @param faults what is wrong with the others, in sentences
 */
public record Permissions(List<Permission> declared, List<String> faults) {

    /** The header of the manifest. */
    public static final String HEADER = "Gatewright-Permissions";

    /** The permissions, and the attribute that limits each; an empty one if nothing does. */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("network", "hosts"),
            Map.entry("secrets", ""),
            Map.entry(Permission.AUTHENTICATORS, ""),
            Map.entry(Permission.CONSENTS, ""),
            Map.entry(Permission.CREDENTIALS, ""),
            Map.entry(Permission.DIRECTORY, ""),
            Map.entry(Permission.DOCUMENTS, ""),
            Map.entry(Permission.SESSIONS, ""),
            Map.entry(Permission.SIGNING, ""),
            Map.entry(Permission.SIGNING_KEYS, ""),
            Map.entry(Permission.USER_FIELDS, "names"));

    private static final int HIGHEST_PORT = 65_535;

    /** Copies the lists. */
    public Permissions {
        declared = List.copyOf(declared);
        faults = List.copyOf(faults);
    }

    /** Reads the header of a jar; without it nothing is declared. */
    static Permissions of(PluginJar jar) {
        return of(jar.name(), jar.header(HEADER));
    }

    /** Returns what a bundle declares, as far as it is understood. */
    public static List<Permission> of(Bundle bundle) {
        String header = bundle.getHeaders("").get(HEADER);
        return header == null
                ? List.of()
                : of(String.valueOf(bundle.getSymbolicName()), header).declared();
    }

    private static Permissions of(String name, String header) {
        Set<String> seen = new HashSet<>();
        List<Permission> declared = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        try {
            for (Clause clause : clauses(header)) {
                List<String> wrong = faults(clause);
                faults.addAll(wrong);
                if (!seen.add(clause.getName())) {
                    faults.add("“" + clause.getName() + "” is there twice.");
                } else if (wrong.isEmpty()) {
                    declared.add(new Permission(clause.getName(), limits(clause)));
                }
            }
        } catch (IllegalArgumentException e) {
            faults.add("It cannot be understood (" + e.getMessage() + ").");
        }
        return new Permissions(
                declared,
                faults.stream()
                        .map(fault -> "The header " + HEADER + " of " + name + " is wrong: " + fault)
                        .toList());
    }

    private static List<Clause> clauses(String header) {
        return header.isBlank() ? List.of() : List.of(Parser.parseHeader(header));
    }

    private static List<String> faults(Clause clause) {
        String limit = KNOWN.get(clause.getName());
        if (limit == null) {
            return List.of("There is no permission “" + clause.getName() + "”; there are "
                    + KNOWN.keySet().stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        List<String> faults = new ArrayList<>();
        Arrays.stream(clause.getAttributes())
                .map(Attribute::getName)
                .filter(name -> !name.equals(limit))
                .forEach(name -> faults.add("“" + clause.getName() + "” has no attribute “" + name + "”."));
        Arrays.stream(clause.getDirectives())
                .forEach(directive ->
                        faults.add("“" + clause.getName() + "” has no directive “" + directive.getName() + "”."));
        limits(clause).stream()
                .filter(one -> one.isEmpty() || clause.getName().equals("network") && !isHost(one))
                .forEach(one -> faults.add("“" + one + "” is nothing that “" + clause.getName() + "” can be limited to"
                        + (limit.equals("hosts") ? "; write host:port." : ".")));
        return faults;
    }

    private static List<String> limits(Clause clause) {
        String text = clause.getAttribute(KNOWN.getOrDefault(clause.getName(), ""));
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    private static boolean isHost(String text) {
        try {
            URI address = new URI(null, text, null, null, null).parseServerAuthority();
            return address.getUserInfo() == null && address.getPort() > 0 && address.getPort() <= HIGHEST_PORT;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
