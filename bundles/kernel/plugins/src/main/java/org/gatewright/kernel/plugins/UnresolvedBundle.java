package org.gatewright.kernel.plugins;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;

/** Says in plain words what an installed bundle lacks to be resolved. */
public final class UnresolvedBundle {

    private static final Pattern PACKAGE = Pattern.compile("\\(osgi\\.wiring\\.package=([^)]+)\\)");
    private static final Pattern FROM = Pattern.compile("(?<!\\(!)\\(version>=([^)]+)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)");
    private static final Pattern JAVA = Pattern.compile("\\(version=([^)]+)\\)");

    private final BundleContext context;

    /** Looks in the framework of the context. */
    public UnresolvedBundle(BundleContext context) {
        this.context = context;
    }

    /** Returns the sentence; empty if nothing is lacking. */
    public Optional<String> reason(Bundle bundle) {
        return reason(bundle, new HashSet<>());
    }

    private Optional<String> reason(Bundle bundle, Set<Long> seen) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null || !seen.add(bundle.getBundleId())) {
            return Optional.empty();
        }
        return revision.getDeclaredRequirements(null).stream()
                .filter(UnresolvedBundle::isMandatory)
                .map(requirement -> lack(requirement, seen))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> lack(BundleRequirement requirement, Set<Long> seen) {
        Collection<BundleCapability> providers = wiring().findProviders(requirement);
        if (providers.isEmpty()) {
            return Optional.of(sentence(requirement));
        }
        List<Optional<String>> reasons = providers.stream()
                .map(provider -> provider.getRevision().getBundle())
                .map(provider ->
                        provider.getState() == Bundle.INSTALLED ? reason(provider, seen) : Optional.<String>empty())
                .toList();
        if (reasons.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        Bundle provider = providers.iterator().next().getRevision().getBundle();
        return reasons.get(0)
                .map(reason -> "It needs the bundle " + PluginBundles.id(provider) + ", which cannot be used either. "
                        + reason);
    }

    private String sentence(BundleRequirement requirement) {
        String filter = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
        return switch (requirement.getNamespace()) {
            case PackageNamespace.PACKAGE_NAMESPACE -> missingPackage(filter);
            case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE ->
                "It needs Java " + first(JAVA, filter).orElse("of another version") + "; this is Java "
                        + Runtime.version().feature() + ".";
            default ->
                "It needs something that no bundle provides: " + requirement.getNamespace() + " with " + filter + ".";
        };
    }

    private String missingPackage(String filter) {
        String name = first(PACKAGE, filter).orElse(filter);
        String range = first(FROM, filter)
                        .map(version -> " in version " + version + " or newer")
                        .orElse("")
                + first(BELOW, filter)
                        .map(version -> " but older than " + version)
                        .orElse("");
        String others = exported(name);
        return "It needs the package " + name + range
                + (others.isEmpty()
                        ? ", which no bundle exports. Build the plug-in with the package inside."
                        : "; only version " + others + " is there.");
    }

    private String exported(String name) {
        return Arrays.stream(context.getBundles())
                .map(bundle -> bundle.adapt(BundleRevision.class))
                .filter(revision -> revision != null)
                .flatMap(revision -> revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream())
                .filter(capability -> name.equals(capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)))
                .map(capability -> capability.getAttributes().getOrDefault("version", Version.emptyVersion))
                .map(Object::toString)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" and "));
    }

    private FrameworkWiring wiring() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }

    private static boolean isMandatory(BundleRequirement requirement) {
        String effective = requirement
                .getDirectives()
                .getOrDefault(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE, Namespace.EFFECTIVE_RESOLVE);
        String resolution = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE, "");
        return effective.equals(Namespace.EFFECTIVE_RESOLVE)
                && !resolution.equals(Namespace.RESOLUTION_OPTIONAL)
                && !resolution.equals(PackageNamespace.RESOLUTION_DYNAMIC);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
