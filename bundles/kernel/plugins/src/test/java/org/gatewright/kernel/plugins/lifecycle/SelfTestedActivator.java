package org.gatewright.kernel.plugins.lifecycle;

import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.gatewright.spi.plugin.SelfTest;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/** The echo with self-tests: one for each of the outcomes that the header {@code Self-Tests} lists. Each call is noted down in a property of the process. */
public final class SelfTestedActivator implements BundleActivator {

    /** The name of a property of the process: what was called, as {@code version outcome;}. */
    static final String CALLS = "gatewright.test.self-tests";

    /** The name of a property of the process: the version whose self-tests have begun to fail. */
    static final String BROKEN = "gatewright.test.broken";

    private final EchoActivator echo = new EchoActivator();

    @Override
    public void start(BundleContext context) {
        String outcomes = String.valueOf(context.getBundle().getHeaders("").get("Self-Tests"));
        for (String outcome : outcomes.split(",")) {
            register(context, outcome);
        }
        echo.start(context);
    }

    @Override
    public void stop(BundleContext context) {
        echo.stop(context);
    }

    private static void register(BundleContext context, String outcome) {
        String version = context.getBundle().getVersion().toString();
        Hashtable<String, Object> properties = new Hashtable<>(Map.of("component.name", "com.example." + outcome));
        if (outcome.equals("absent")) {
            context.registerService(SelfTest.class.getName(), new Nothing(), properties);
        } else {
            context.registerService(SelfTest.class, () -> problems(version, outcome), properties);
        }
    }

    private static List<String> problems(String version, String outcome) throws Exception {
        note(version + " " + outcome);
        if (version.equals(System.getProperty(BROKEN))) {
            return List.of("It no longer works.");
        }
        return switch (outcome) {
            case "finds" -> List.of("The list of words is empty.", "Build it\nagain.");
            case "throws" -> throw new IllegalStateException("the key is missing");
            case "babbles" -> List.of("x".repeat(100_000));
            case "nothing" -> null;
            case "unlinked" -> throw new NoClassDefFoundError("com/example/Absent");
            case "overflows" -> problems(version, outcome);
            case "untold" -> throw new Untold();
            case "sleeps" -> sleep();
            case "loops" -> loop();
            default -> List.of();
        };
    }

    private static List<String> sleep() throws InterruptedException {
        try {
            new CountDownLatch(1).await();
            return List.of();
        } catch (InterruptedException e) {
            note("interrupted");
            throw e;
        }
    }

    private static List<String> loop() {
        while (System.getProperty(EchoActivator.OVER) == null) {
            Thread.onSpinWait();
            Thread.yield();
        }
        note("over");
        return List.of();
    }

    private static void note(String call) {
        synchronized (System.class) {
            System.setProperty(CALLS, System.getProperty(CALLS, "") + call + ";");
        }
    }

    /** A component that does not start. */
    static final class Nothing implements ServiceFactory<Object> {

        @Override
        public Object getService(Bundle bundle, ServiceRegistration<Object> registration) {
            return null;
        }

        @Override
        public void ungetService(Bundle bundle, ServiceRegistration<Object> registration, Object service) {
            // there is none
        }
    }

    /** Fails when it is asked what is wrong. */
    static final class Untold extends RuntimeException {

        private static final long serialVersionUID = 1;

        @Override
        public String toString() {
            throw new UnsupportedOperationException();
        }
    }
}
