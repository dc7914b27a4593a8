package org.gatewright.console.health;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.gatewright.console.output.Report;
import org.gatewright.port.health.Health;
import org.gatewright.port.health.HealthCheck;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.plugins.PluginInfo;
import org.gatewright.spi.data.JsonObject;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Says what is wrong with this server. */
@Service
@Command(
        scope = "idp",
        name = "doctor",
        description = "Checks this server and says what is wrong with it. Fails if something is.")
public final class Doctor implements Action {

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private BundleContext bundles;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private PluginCatalogue catalogue;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Session session;

    @Override
    public @Nullable Object execute() throws InvalidSyntaxException {
        List<JsonObject> findings = new ArrayList<>();
        for (ServiceReference<HealthCheck> reference : bundles.getServiceReferences(HealthCheck.class, null)) {
            HealthCheck check = bundles.getService(reference);
            if (check != null) {
                findings.add(finding(check.name(), check.check()));
                bundles.ungetService(reference);
            }
        }
        catalogue.snapshot().troubles().stream().map(Doctor::finding).forEach(findings::add);
        findings.sort(Comparator.comparing(finding -> finding.text("check").orElse("")));
        Report.list(session.getConsole(), json, findings, "check", "well", "message");
        if (findings.stream()
                .anyMatch(finding ->
                        finding.get("well").filter(Boolean.FALSE::equals).isPresent())) {
            throw new IllegalStateException("Something is wrong; see above.");
        }
        return null;
    }

    private static JsonObject finding(String name, Health health) {
        return JsonObject.of("check", name).with("well", health.ready()).with("message", health.message());
    }

    private static JsonObject finding(PluginInfo plugin) {
        return JsonObject.of("check", "plug-in " + Objects.requireNonNull(plugin.id()))
                .with("well", false)
                .with("message", plugin.reason());
    }
}
