package org.gatewright.itests.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gatewright.json.JsonText;
import org.gatewright.spi.data.JsonObject;

/** A real Chromium, driven by the scripts in {@code src/test/browser}. */
public final class Browser {

    private static final Path SCRIPTS = Path.of("src/test/browser").toAbsolutePath();
    private static final Path PICTURES = Path.of("target/pictures").toAbsolutePath();

    private Browser() {}

    /** Runs a script; the picture is what the page looked like at the end. */
    public static JsonObject run(String script, String picture, JsonObject wish) {
        install();
        JsonObject whole =
                wish.with("screenshot", PICTURES.resolve(picture + ".png").toString());
        Command visit = node(List.of("node", script + ".mjs", JsonText.write(whole)));
        if (visit.exitCode() != 0) {
            throw new AssertionError(script + " failed: " + visit.output());
        }
        return JsonText.read(visit.output());
    }

    private static synchronized void install() {
        if (Files.notExists(SCRIPTS.resolve("node_modules/playwright-core"))
                || Files.notExists(SCRIPTS.resolve("node_modules/axe-core"))) {
            Command npm = node(List.of("npm", "ci", "--silent"));
            if (npm.exitCode() != 0) {
                throw new AssertionError("npm ci failed: " + npm.output());
            }
        }
    }

    private static Command node(List<String> words) {
        return Command.run(SCRIPTS, Map.of(), Duration.ofMinutes(3), words);
    }
}
