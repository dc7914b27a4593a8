package org.gatewright.kernel.plugins.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.gatewright.json.JsonSyntaxException;
import org.gatewright.json.JsonText;
import org.gatewright.port.plugins.Sbom;
import org.gatewright.spi.data.JsonObject;

/** The bills of materials of a jar: CycloneDX, as JSON, in {@code META-INF/sbom/}. They say what their author wrote; nobody checks that it is true. */
final class Sboms {

    private static final String FORMAT = "CycloneDX";

    private Sboms() {}

    /** Tells whether a file is one by its name. */
    static boolean isSbom(String file) {
        return file.startsWith("META-INF/sbom/") && file.endsWith(".json");
    }

    static List<Sbom> of(PluginJar jar) {
        return jar.sboms().entrySet().stream()
                .map(file -> read(file.getKey(), file.getValue()))
                .toList();
    }

    private static Sbom read(String file, byte[] content) {
        try {
            JsonObject sbom = JsonText.read(new String(content, UTF_8));
            if (!sbom.text("bomFormat").filter(FORMAT::equals).isPresent()) {
                return new Sbom(file, "", List.of(), "It is no CycloneDX document.");
            }
            return new Sbom(
                    file,
                    FORMAT
                            + sbom.text("specVersion")
                                    .map(version -> " " + version)
                                    .orElse(""),
                    sbom.objects("components").stream().map(Sboms::name).toList(),
                    "");
        } catch (JsonSyntaxException e) {
            return new Sbom(file, "", List.of(), "It is no JSON (" + e.getMessage() + ").");
        }
    }

    private static String name(JsonObject component) {
        return component.text("group").map(group -> group + ":").orElse("")
                + component.text("name").orElse("?")
                + component.text("version").map(version -> " " + version).orElse("");
    }
}
