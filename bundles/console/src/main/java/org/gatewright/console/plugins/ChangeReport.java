package org.gatewright.console.plugins;

import java.io.PrintStream;
import java.util.Optional;
import org.gatewright.json.JsonText;
import org.gatewright.port.plugins.PluginCanaries.Canary;
import org.gatewright.port.plugins.PluginLifecycle.Change;
import org.gatewright.spi.data.JsonObject;

/** Tells what has changed. */
final class ChangeReport {

    private ChangeReport() {}

    /** Prints the change as a sentence that begins with what was done, or as JSON. */
    static void print(PrintStream out, boolean json, String done, Change change) {
        String message = done + ": " + versions(change.from(), change.to()) + ".";
        out.println(
                json
                        ? JsonText.write(JsonObject.of("plugin", change.plugin())
                                .with("from", change.from())
                                .with("to", change.to())
                                .with("message", message))
                        : message);
    }

    /** Prints that a canary has begun. */
    static void print(PrintStream out, boolean json, Canary canary) {
        String message = canary.plugin() + " " + canary.version() + " is called for " + canary.audience()
                + " from now on, version " + canary.active() + " for all others.";
        out.println(
                json
                        ? JsonText.write(JsonObject.of("plugin", canary.plugin())
                                .with("canary", canary.version())
                                .with("active", canary.active())
                                .with("audience", canary.audience().toString())
                                .with("message", message))
                        : message);
    }

    private static String versions(Optional<String> from, Optional<String> to) {
        if (from.equals(to)) {
            return to.map(version -> "version " + version + " is active, as before")
                    .orElse("no version is active, as before");
        }
        String now = to.map(version -> "version " + version + " is active now").orElse("no version is active now");
        return now + from.map(version -> ", " + version + " was before").orElse("");
    }
}
