package org.gatewright.console.plugins;

import java.io.PrintStream;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.gatewright.json.JsonText;
import org.gatewright.port.plugins.PluginCanaries.Canary;
import org.gatewright.port.plugins.PluginLifecycle.Change;
import org.gatewright.port.plugins.PluginOperations;
import org.gatewright.spi.data.JsonObject;

/** Tells what has changed. */
final class ChangeReport {

    private ChangeReport() {}

    /** Makes a change, and prints the steps of it as they are reached; nothing of them as JSON. */
    static <T> T following(PluginOperations operations, PrintStream out, boolean json, Supplier<T> change) {
        return operations.as(UUID.randomUUID(), step -> show(out, json, step), change);
    }

    private static void show(PrintStream out, boolean json, String step) {
        if (!json) {
            out.println("  " + step);
            out.flush();
        }
    }

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
