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
import org.gatewright.port.plugins.Permission;

/**
 * What a plug-in declares that it does, as OSGi headers are written: {@code network;hosts="api.example.com:443",documents}. Nothing is granted by it and nothing withheld; it
 * tells whoever installs the plug-in. So a word that nobody knows is refused: somebody could take it for something.
 *
 * @param declared those that are understood
 * @param faults what is wrong with the others, in sentences
 */
record Permissions(List<Permission> declared, List<String> faults) {

    static final String HEADER = "Gatewright-Permissions";

    /** The permissions, and the attribute that limits each; an empty one if nothing does. */
    private static final Map<String, String> KNOWN =
            Map.of("network", "hosts", "documents", "", "secrets", "", "user-fields", "names");

    private static final int HIGHEST_PORT = 65_535;

    /** Copies the lists. */
    Permissions {
        declared = List.copyOf(declared);
        faults = List.copyOf(faults);
    }

    /** Reads the header; without it nothing is declared. */
    static Permissions of(PluginJar jar) {
        Set<String> seen = new HashSet<>();
        List<Permission> declared = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        try {
            for (Clause clause : jar.clauses(HEADER)) {
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
                        .map(fault -> "The header " + HEADER + " of " + jar.name() + " is wrong: " + fault)
                        .toList());
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
