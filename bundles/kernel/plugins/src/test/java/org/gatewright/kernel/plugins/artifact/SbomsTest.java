package org.gatewright.kernel.plugins.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.gatewright.kernel.plugins.TestFramework;
import org.gatewright.port.plugins.PluginLifecycle.Upload;
import org.gatewright.port.plugins.Sbom;
import org.gatewright.spi.error.GatewrightException;
import org.junit.jupiter.api.Test;

/** What a jar says is in it. */
class SbomsTest {

    private static final String FILE = "META-INF/sbom/bom.json";

    @Test
    void listsTheComponents() throws IOException {
        String bom = "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":["
                + "{\"group\":\"org.example\",\"name\":\"lib\",\"version\":\"1.0\"},{\"name\":\"other\"},{}]}";

        assertThat(sboms(bom))
                .containsExactly(new Sbom(FILE, "CycloneDX 1.6", List.of("org.example:lib 1.0", "other", "?"), ""));
    }

    @Test
    void saysWhatCannotBeRead() throws IOException {
        assertThat(sboms("{\"spdxVersion\":\"2.3\"}")).singleElement().satisfies(sbom -> assertThat(sbom.fault())
                .contains("no CycloneDX"));
        assertThat(sboms("<bom/>")).singleElement().satisfies(sbom -> assertThat(sbom.fault())
                .contains("no JSON"));
    }

    @Test
    void refusesAFileThatIsTooLongToBeKept() throws IOException {
        byte[] jar = jar(new String(new char[9 * 1024 * 1024]));

        assertThatThrownBy(() -> PluginJar.read(new Upload("echo.jar", jar)))
                .isInstanceOf(GatewrightException.class)
                .hasMessageContaining(FILE + " of more than");
    }

    private static List<Sbom> sboms(String content) throws IOException {
        return Sboms.of(PluginJar.read(new Upload("echo.jar", jar(content))));
    }

    private static byte[] jar(String sbom) throws IOException {
        return new Repacked(TestFramework.jar(Map.of("X", "y")))
                .put(FILE, sbom.getBytes(UTF_8))
                .put("META-INF/sbom/notes.txt", new byte[1])
                .jar();
    }
}
