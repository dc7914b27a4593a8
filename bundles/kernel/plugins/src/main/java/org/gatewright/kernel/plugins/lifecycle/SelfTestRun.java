package org.gatewright.kernel.plugins.lifecycle;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gatewright.kernel.plugins.PluginVersion;
import org.gatewright.spi.plugin.SelfTest;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One self-test of one version. All its foreign code runs in {@link #call}: its constructor, the test, and what an exception says of itself. */
final class SelfTestRun implements Callable<Optional<String>> {

    private static final Logger LOG = LoggerFactory.getLogger(SelfTestRun.class);
    private static final String COMPONENT = "component.name";
    private static final int LONGEST = 1000;

    private final BundleContext context;
    private final ServiceReference<?> reference;
    private final PluginVersion version;

    SelfTestRun(BundleContext context, ServiceReference<?> reference, PluginVersion version) {
        this.context = context;
        this.reference = reference;
        this.version = version;
    }

    /** Returns what begins a sentence about it. */
    String name() {
        return reference.getProperty(COMPONENT) instanceof String component
                ? "The self-test " + plain(component) + " of " + version
                : "A self-test of " + version;
    }

    /** Returns what is wrong. */
    @Override
    public Optional<String> call() {
        try {
            return context.getService(reference) instanceof SelfTest test
                    ? said(List.copyOf(test.problems()))
                    : Optional.of(name() + " does not start; the log says why.");
        } catch (Exception | LinkageError | AssertionError e) {
            LOG.warn("{} failed", name(), e);
            return Optional.of(name() + " failed: " + plain(e.toString()));
        } finally {
            release();
        }
    }

    private Optional<String> said(List<String> problems) {
        return problems.isEmpty()
                ? Optional.empty()
                : Optional.of(name() + " says: " + plain(String.join(" ", problems)));
    }

    private void release() {
        try {
            context.ungetService(reference);
        } catch (IllegalStateException e) {
            // our own bundle has stopped, and the framework has released all that it used
            return;
        }
    }

    /** One line of a length that people read. */
    private static String plain(String words) {
        String line = words.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
