package org.gatewright.kernel.plugins.lifecycle;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatewright.kernel.plugins.PluginVersion;
import org.gatewright.port.plugins.CatalogueSnapshot;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.plugins.TypeVersion;
import org.gatewright.port.plugins.VersionState;

/** Tries a version that runs beside the active one: its types have to start, the stored settings of all their instances have to fit, and it must find nothing wrong with itself. */
final class Trial {

    private static final Set<VersionState> CALLED =
            EnumSet.of(VersionState.ACTIVE, VersionState.CANARY, VersionState.DRAINING);

    private final PluginCatalogue catalogue;
    private final CatalogueWatch watch;
    private final Instances instances;
    private final SelfTests selfTests;
    private final Duration patience;
    private final Function<PluginVersion, Optional<String>> lack;

    Trial(CatalogueWatch watch, Instances instances, SelfTests selfTests, Duration patience) {
        this(watch, instances, selfTests, patience, version -> Optional.empty());
    }

    private Trial(
            CatalogueWatch watch,
            Instances instances,
            SelfTests selfTests,
            Duration patience,
            Function<PluginVersion, Optional<String>> lack) {
        this.lack = lack;
        this.catalogue = watch.catalogue();
        this.watch = watch;
        this.instances = instances;
        this.selfTests = selfTests;
        this.patience = patience;
    }

    /** Returns the same trial, which can say what a version lacks that brings no type. */
    Trial explainedBy(Function<PluginVersion, Optional<String>> sentence) {
        return new Trial(watch, instances, selfTests, patience, sentence);
    }

    /** Returns when the version can be switched to; refuses with the reason if it cannot. */
    void run(PluginVersion version, Optional<PluginVersion> before) throws InterruptedException {
        boolean settled = watch.await(snapshot -> isSettled(snapshot, version, before), patience);
        List<TypeVersion> types = types(catalogue.snapshot(), version).toList();
        refuseFaulty(version, types);
        if (types.isEmpty()) {
            throw Refusals.of(version + " brings no type within " + patience.toSeconds() + " seconds. "
                    + lack.apply(version).orElse("A service that it needs may be missing."));
        }
        refuseMissing(version, types, before);
        if (!settled) {
            throw Refusals.of(version + " does not start within " + patience.toSeconds() + " seconds. "
                    + reasons(types.stream().filter(type -> type.settings().isEmpty())));
        }
        for (TypeVersion type : types) {
            refuseMisfits(version, type);
        }
        refuseFailed(version);
    }

    /** Tells whether calls go to the version, so that it was tried before. */
    boolean isPassed(PluginVersion version) {
        List<TypeVersion> types = types(catalogue.snapshot(), version).toList();
        return !types.isEmpty() && types.stream().allMatch(type -> CALLED.contains(type.state()));
    }

    /** Something is refused, or all that the version before brings, or at least one type, is there and has started. */
    private static boolean isSettled(
            CatalogueSnapshot snapshot, PluginVersion version, Optional<PluginVersion> before) {
        List<TypeVersion> types = types(snapshot, version).toList();
        return types.stream().anyMatch(type -> type.state() == VersionState.REFUSED)
                || !types.isEmpty()
                        && types.stream().allMatch(type -> type.settings().isPresent())
                        && before.stream().flatMap(old -> types(snapshot, old)).allMatch(old -> types.stream()
                                .anyMatch(type -> isSame(type, old)));
    }

    private static void refuseFaulty(PluginVersion version, List<TypeVersion> types) {
        String faults = reasons(types.stream().filter(type -> type.state() == VersionState.REFUSED));
        if (!faults.isEmpty()) {
            throw Refusals.of(version + " cannot be used. " + faults);
        }
    }

    private void refuseMissing(PluginVersion version, List<TypeVersion> types, Optional<PluginVersion> before) {
        before.stream()
                .flatMap(old -> types(catalogue.snapshot(), old))
                .filter(old -> types.stream().noneMatch(type -> isSame(type, old)))
                .filter(instances::exist)
                .findFirst()
                .ifPresent(old -> {
                    throw Refusals.of(version + " no longer brings the type “" + old.type()
                            + "”, of which there are instances. Delete them first.");
                });
    }

    private void refuseMisfits(PluginVersion version, TypeVersion type) throws InterruptedException {
        Optional<String> misfit = instances.misfit(type);
        if (misfit.isPresent()) {
            throw Refusals.of(
                    "The stored settings of the type “" + type.type() + "” do not fit " + version + ", those of "
                            + misfit.get() + ". Change them first, or let the plug-in bring them to its shape.");
        }
    }

    private void refuseFailed(PluginVersion version) throws InterruptedException {
        Optional<String> problem = selfTests.problem(version);
        if (problem.isPresent()) {
            throw Refusals.of(problem.get());
        }
    }

    private static Stream<TypeVersion> types(CatalogueSnapshot snapshot, PluginVersion version) {
        return snapshot.types().stream()
                .filter(type -> type.plugin().equals(version.plugin())
                        && type.version().equals(version.version())
                        && type.state() != VersionState.GONE);
    }

    private static boolean isSame(TypeVersion one, TypeVersion other) {
        return one.kind() == other.kind() && one.type().equals(other.type());
    }

    private static String reasons(Stream<TypeVersion> types) {
        return types.map(type -> type.type() + ": " + type.reason()).collect(Collectors.joining(" "));
    }
}
