package org.gatewright.kernel.plugins.lifecycle;

import java.lang.reflect.Proxy;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageResult;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A plug-in without Declarative Services: each version says who it is, unless the header {@code Behaves} tells it to behave badly. */
public final class EchoActivator implements BundleActivator {

    /** The name of a property of the process; while it has a value, what never ends ends. */
    static final String OVER = "gatewright.test.over";

    private static final String HASHER = "org.gatewright.spi.credential.PasswordHasher";

    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public void start(BundleContext context) {
        String version = context.getBundle().getVersion().toString();
        if (context.getBundle().getHeaders().get("Fails") != null) {
            throw new IllegalStateException("it was told to fail");
        }
        String behaviour = String.valueOf(context.getBundle().getHeaders().get("Behaves"));
        if (behaviour.equals("blocks in start")) {
            loop();
        }
        if (context.getBundle().getHeaders().get("Kind") != null) {
            context.registerService(HASHER, hasher(), new Hashtable<>(Map.of("gatewright.type.name", "plain")));
            return;
        }
        Stage stage = ignored -> {
            behave(behaviour);
            return new StageResult.Done(JsonObject.of("said", version));
        };
        context.registerService(
                Stage.class,
                stage,
                new Hashtable<>(Map.of(
                        "gatewright.type.name",
                        String.valueOf(context.getBundle().getHeaders().get("Type")),
                        "gatewright.type.stateVersion",
                        1)));
    }

    @Override
    public void stop(BundleContext context) {
        if ("blocks in stop".equals(context.getBundle().getHeaders().get("Behaves"))) {
            loop();
        }
    }

    /** A hasher that nobody calls. */
    private static Object hasher() {
        try {
            ClassLoader loader = EchoActivator.class.getClassLoader();
            return Proxy.newProxyInstance(
                    loader, new Class<?>[] {Class.forName(HASHER, false, loader)}, (proxy, method, arguments) -> {
                        throw new UnsupportedOperationException(method.getName());
                    });
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private void behave(String behaviour) {
        switch (behaviour) {
            case "sleeps" -> sleep();
            case "loops" -> loop();
            case "is slow" -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(40));
            case "fails every fourth time" -> {
                if (calls.incrementAndGet() % 4 == 0) {
                    throw new IllegalStateException("it fails this time");
                }
            }
            case "throws" -> throw new IllegalStateException("it always throws");
            default -> {}
        }
    }

    private static void sleep() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // as one should, so the flag is set when the call ends
        }
    }

    private static void loop() {
        while (System.getProperty(OVER) == null) {
            Thread.onSpinWait();
            Thread.yield();
        }
    }
}
