package org.gatewright.kernel.plugins.lifecycle;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatewright.kernel.plugins.PluginVersion;
import org.gatewright.spi.plugin.SelfTest;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a version test itself, with what its own bundle brings for that and is there now. */
final class SelfTests {

    private static final Logger LOG = LoggerFactory.getLogger(SelfTests.class);

    private final BundleContext context;
    private final TimeLimit limit;

    /** Looks in the framework of the context, and gives each test so much time. */
    SelfTests(BundleContext context, TimeLimit limit) {
        this.context = context;
        this.limit = limit;
    }

    /** Returns what is wrong with the version in the words of its first test that finds something; empty if nothing is. */
    Optional<String> problem(PluginVersion version) throws InterruptedException {
        for (ServiceReference<?> reference : references(version)) {
            SelfTestRun run = new SelfTestRun(context, reference, version);
            if (!reference.isAssignableTo(context.getBundle(), SelfTest.class.getName())) {
                LOG.warn("{} is ignored: it is none of this server's SPI", run.name());
                continue;
            }
            Optional<String> problem = limit.call(run.name(), run, end -> Optional.of(run.name() + " " + end));
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    /** The highest ranking first, as everywhere in OSGi. */
    private List<ServiceReference<?>> references(PluginVersion version) {
        try {
            ServiceReference<?>[] all = context.getAllServiceReferences(SelfTest.class.getName(), null);
            return Stream.of(Objects.requireNonNullElseGet(all, () -> new ServiceReference<?>[0]))
                    .filter(reference -> isOf(reference.getBundle(), version))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("no filter is a valid one", e);
        }
    }

    private static boolean isOf(@Nullable Bundle bundle, PluginVersion version) {
        return bundle != null
                && version.plugin().equals(bundle.getSymbolicName())
                && version.version().equals(bundle.getVersion().toString());
    }
}
