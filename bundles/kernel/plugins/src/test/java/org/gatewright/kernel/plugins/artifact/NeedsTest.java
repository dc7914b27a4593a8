package org.gatewright.kernel.plugins.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatewright.kernel.plugins.TestFramework;
import org.gatewright.port.plugins.PluginLifecycle.Upload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Version;

/** What a plug-in may need of Gatewright. */
class NeedsTest {

    private static final Needs NEEDS =
            new Needs(name -> name.equals("org.gatewright.spi.stage") ? List.of(Version.valueOf("1.4.0")) : List.of());

    @Test
    void takesThePackagesOfTheSpiThatThisServerHas() throws IOException {
        assertThat(faults(
                        "Import-Package",
                        "org.gatewright.spi.stage;version=\"[1.2,2)\",com.example.absent,"
                                + "org.gatewright.spi.later;resolution:=optional"))
                .isEmpty();
        assertThat(faults("Import-Package", "org.gatewright.spi.stage")).isEmpty();
        assertThat(faults("DynamicImport-Package", "org.gatewright.spi.*,com.example.*"))
                .isEmpty();
        assertThat(faults("Require-Bundle", "org.gatewright.spi,com.example")).isEmpty();
        assertThat(faults("Export-Package", "com.example;uses:=\"org.gatewright.port.store\""))
                .isEmpty();
    }

    @Test
    void saysThatThePluginIsNewerThanTheServer() throws IOException {
        assertThat(faults("Import-Package", "org.gatewright.spi.stage;version=\"[2.1,3)\""))
                .containsExactly("echo.jar was built for org.gatewright.spi.stage in version 2.1.0 or newer but older"
                        + " than 3.0.0; this server has 1.4.0. The plug-in is newer than the server: update the server,"
                        + " or install an older release of the plug-in.");
    }

    @Test
    void saysThatThePluginIsOlderThanTheServer() throws IOException {
        assertThat(faults("Import-Package", "org.gatewright.spi.stage;version=\"(0.1,0.9]\""))
                .containsExactly("echo.jar was built for org.gatewright.spi.stage in version newer than 0.1.0 up to"
                        + " 0.9.0; this server has 1.4.0. The plug-in is older than the server: install a newer release"
                        + " of it, or build it anew.");
    }

    @Test
    void saysThatThisServerHasNoSuchPackage() throws IOException {
        assertThat(faults("Import-Package", "org.gatewright.spi.later"))
                .singleElement()
                .asString()
                .contains("org.gatewright.spi.later, which this server does not have");
    }

    @ParameterizedTest
    @CsvSource({
        "Import-Package,org.gatewright.port.store",
        "Import-Package,org.gatewright.kernel.plugins;resolution:=optional",
        "Import-Package,org.gatewright.json",
        "Import-Package,org.gatewright",
        "DynamicImport-Package,*",
        "DynamicImport-Package,org.*",
        "DynamicImport-Package,org.gatewright.*",
        "DynamicImport-Package,org.gatewright.port.*",
        "DynamicImport-Package,org.gatewright.port.store",
        "Require-Bundle,org.gatewright.port;bundle-version=1"
    })
    void refusesWhatReachesInside(String header, String value) throws IOException {
        assertThat(faults(header, value)).singleElement().asString().contains("reaches inside the server");
    }

    @Test
    void refusesToBecomeAPartOfTheServer() throws IOException {
        assertThat(faults("Fragment-Host", "org.gatewright.kernel.plugins"))
                .singleElement()
                .asString()
                .contains("is a fragment");
        assertThat(faults("Export-Package", "com.example,org.gatewright.spi.stage;version=9"))
                .singleElement()
                .asString()
                .contains("exports the package org.gatewright.spi.stage");
    }

    @Test
    void refusesASecondManifestForNewerJava() throws IOException {
        String second = "META-INF/versions/17/OSGI-INF/MANIFEST.MF";
        byte[] jar = new Repacked(jar("X", "y")).put(second, new byte[0]).jar();

        assertThat(NEEDS.faults(PluginJar.read(new Upload("echo.jar", jar))))
                .singleElement()
                .asString()
                .contains(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.gatewright.spi.stage;version=\"[1,\"", "org.gatewright.spi.stage;version=one"})
    void refusesWhatCannotBeUnderstood(String imports) throws IOException {
        assertThat(faults("Import-Package", imports)).singleElement().asString().contains("cannot be understood");
    }

    private static List<String> faults(String header, String value) throws IOException {
        return NEEDS.faults(PluginJar.read(new Upload("echo.jar", jar(header, value))));
    }

    private static byte[] jar(String header, String value) throws IOException {
        Map<String, String> headers = new HashMap<>(Map.of("Bundle-SymbolicName", "org.example.echo"));
        headers.put(header, value);
        return TestFramework.jar(headers);
    }
}
