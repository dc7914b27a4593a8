package org.gatewright.kernel.plugins.lifecycle;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.gatewright.kernel.plugins.PluginVersion;
import org.gatewright.port.settings.Settings;
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
    private static final String DEFAULT_SECONDS = "10";

    private final BundleContext context;
    private final Duration limit;

    /** Looks in the framework of the context, and gives each test so much time. */
    SelfTests(BundleContext context, Duration limit) {
        this.context = context;
        this.limit = limit;
    }

    /** Reads the setting {@code plugins.self_test_seconds}. */
    static SelfTests of(BundleContext context, Settings settings) {
        return new SelfTests(
                context,
                Duration.ofSeconds(Long.parseLong(
                        settings.get("plugins", "self_test_seconds").orElse(DEFAULT_SECONDS))));
    }

    /** Returns what is wrong with the version in the words of its first test that finds something; empty if nothing is. */
    Optional<String> problem(PluginVersion version) throws InterruptedException {
        for (ServiceReference<?> reference : references(version)) {
            SelfTestRun run = new SelfTestRun(context, reference, version);
            if (!reference.isAssignableTo(context.getBundle(), SelfTest.class.getName())) {
                LOG.warn("{} is ignored: it is none of this server's SPI", run.name());
                continue;
            }
            Optional<String> problem = run(run, version);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    /** On a thread of its own: foreign code runs then, which may never return. */
    private Optional<String> run(SelfTestRun run, PluginVersion version) throws InterruptedException {
        FutureTask<Optional<String>> task = new FutureTask<>(run);
        Thread thread = new Thread(task, "gatewright-plugin-self-test " + version);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable failure = Objects.requireNonNullElse(e.getCause(), e); // one that cannot be told
            return Optional.of(run.name() + " failed: " + failure.getClass().getName() + ".");
        } catch (TimeoutException e) {
            LOG.warn("{} is late; its thread is “{}”", run.name(), thread.getName(), e);
            return Optional.of(run.name() + " has not ended within " + limit.toSeconds() + " seconds.");
        } finally {
            task.cancel(true);
        }
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
