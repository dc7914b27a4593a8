package org.gatewright.kernel.plugins.lifecycle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Finds the loggers of a plug-in, which are named by its classes: the packages of all its versions. A level holds for all packages below a package too, so one that another
 * bundle has, or has something below, is not the plug-in's own.
 */
final class OwnLoggers {

    /** The name of a logger goes into a configuration in which dollar signs and braces mean something, so a jar cannot choose any name. */
    private static final Pattern PACKAGE =
            Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)*");

    private final BundleContext context;

    OwnLoggers(BundleContext context) {
        this.context = context;
    }

    /** Tells whether a version of the plug-in is there, so that its packages are known. */
    boolean areKnown(String plugin) {
        return bundles(plugin, true).anyMatch(bundle -> bundle.adapt(BundleWiring.class) != null);
    }

    /** Returns the outermost packages that are the plug-in's own. */
    List<String> of(String plugin) {
        SortedSet<String> packages = new TreeSet<>(); // in which a package comes before those below it
        bundles(plugin, true).forEach(bundle -> packages.addAll(packages(bundle)));
        List<Bundle> others = bundles(plugin, false).toList();
        List<String> own = new ArrayList<>();
        for (String name : packages) {
            if (own.stream().noneMatch(outer -> name.startsWith(outer + ".")) && nobodyElseHas(name, others)) {
                own.add(name);
            }
        }
        return own;
    }

    private Stream<Bundle> bundles(String plugin, boolean its) {
        return Arrays.stream(context.getBundles()).filter(bundle -> plugin.equals(bundle.getSymbolicName()) == its);
    }

    private static List<String> packages(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (wiring == null) {
            return List.of(); // no code of it runs
        }
        return wiring
                .listResources("/", "*.class", BundleWiring.LISTRESOURCES_LOCAL | BundleWiring.LISTRESOURCES_RECURSE)
                .stream()
                .filter(path -> path.lastIndexOf('/') > 0)
                .map(path -> path.substring(0, path.lastIndexOf('/')).replace('/', '.'))
                .distinct()
                .filter(name -> PACKAGE.matcher(name).matches())
                .toList();
    }

    private static boolean nobodyElseHas(String name, List<Bundle> others) {
        String folder = name.replace('.', '/');
        return others.stream()
                .filter(bundle -> bundle.getState() != Bundle.UNINSTALLED)
                .noneMatch(bundle -> bundle.getEntryPaths(folder) != null);
    }
}
