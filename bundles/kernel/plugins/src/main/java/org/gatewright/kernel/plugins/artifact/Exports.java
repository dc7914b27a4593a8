package org.gatewright.kernel.plugins.artifact;

import java.util.Arrays;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;

/** The packages that there are for plug-ins. */
@FunctionalInterface
interface Exports {

    /** Returns the versions of a package, the lowest first; none if nobody exports it. */
    List<Version> versions(String name);

    /** Those of the bundles in the framework. */
    static Exports of(BundleContext context) {
        return name -> Arrays.stream(context.getBundles())
                .map(bundle -> bundle.adapt(BundleRevision.class))
                .filter(revision -> revision != null)
                .flatMap(revision -> revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream())
                .filter(capability -> name.equals(capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)))
                .map(capability -> capability.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE))
                .map(version -> version instanceof Version one ? one : Version.emptyVersion)
                .sorted()
                .distinct()
                .toList();
    }
}
