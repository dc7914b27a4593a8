package org.gatewright.kernel.plugins.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.gatewright.kernel.plugins.TestFramework;
import org.gatewright.port.plugins.Permission;
import org.gatewright.port.plugins.PluginLifecycle.Upload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plug-in says that it does. */
class PermissionsTest {

    @Test
    void readsWhatIsDeclared() throws IOException {
        Permissions permissions = read("network;hosts=\"api.example.com:443, [::1]:8080\",documents, secrets,"
                + "user-fields;names=\"email,name\"");

        assertThat(permissions.faults()).isEmpty();
        assertThat(permissions.declared())
                .containsExactly(
                        new Permission("network", List.of("api.example.com:443", "[::1]:8080")),
                        new Permission("documents", List.of()),
                        new Permission("secrets", List.of()),
                        new Permission("user-fields", List.of("email", "name")));
        assertThat(permissions.declared().get(0).words()).isEqualTo("network (api.example.com:443, [::1]:8080)");
    }

    @Test
    void declaresNothingWithoutTheHeader() throws IOException {
        Permissions permissions =
                Permissions.of(PluginJar.read(new Upload("echo.jar", TestFramework.jar(Map.of("X", "y")))));

        assertThat(permissions.declared()).isEmpty();
        assertThat(permissions.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "everything | There is no permission “everything”; there are authenticators, consents, credentials, directory, documents, network, secrets, sessions, signing, signing-keys, user-fields.",
                "Network | There is no permission “Network”",
                "documents,documents | “documents” is there twice",
                "network;host=\"a:1\" | “network” has no attribute “host”",
                "documents;names=a | “documents” has no attribute “names”",
                "network;hosts:=\"a:1\" | “network” has no directive “hosts”",
                "network;hosts=\"api.example.com\" | “api.example.com” is nothing that “network” can be limited to",
                "network;hosts=\"*:443\" | write host:port",
                "network;hosts=\"a@b:443\" | write host:port",
                "network;hosts=\"a:70000\" | write host:port",
                "network;hosts=\"a:1,\" | write host:port",
                "user-fields;names=\"\" | is nothing that “user-fields” can be limited to",
                ";; | is wrong",
            })
    void refusesWhatNobodyKnows(String header, String fault) throws IOException {
        assertThat(read(header).faults()).anyMatch(sentence -> sentence.contains(fault));
    }

    private static Permissions read(String header) throws IOException {
        return Permissions.of(
                PluginJar.read(new Upload("echo.jar", TestFramework.jar(Map.of("Gatewright-Permissions", header)))));
    }
}
