package org.gatewright.kernel.plugins.lifecycle;

import java.util.Hashtable;
import java.util.Map;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageResult;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A plug-in without Declarative Services: each version says who it is. */
public final class EchoActivator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        String version = context.getBundle().getVersion().toString();
        if (context.getBundle().getHeaders().get("Fails") != null) {
            throw new IllegalStateException("it was told to fail");
        }
        Stage stage = ignored -> new StageResult.Done(JsonObject.of("said", version));
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
        // the framework takes the service back
    }
}
