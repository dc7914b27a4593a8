package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.Visitor;
import org.gatewright.spi.plugin.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kernel knows no plug-in: it starts with none of them. */
class EmptyKernelIT {

    private static Distribution server;
    private static List<String> removed;

    @BeforeAll
    static void start() {
        server = Distribution.unpack();
        removed = server.withoutPlugins();
        server.with("GATEWRIGHT_BOOTSTRAP_TOKEN", Administrator.TOKEN).start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void startsWithoutAnyPlugin() {
        assertThat(removed).anyMatch(name -> name.contains("oauth2")).anyMatch(name -> name.contains("password"));
        assertThat(server.command("plugin-list", "--json").strip()).isEqualTo("[]");
    }

    @ParameterizedTest
    @MethodSource
    void listsEveryKindWithZeroTypes(Kind kind) {
        Administrator administrator = new Administrator(server);

        assertThat(administrator.text(kind.path() + "/types/")).isEqualTo("[]");
        assertThat(administrator.text(kind.path() + "/all/types/")).isEqualTo("[]");
    }

    /** The kinds whose types have an address. */
    static Stream<Kind> listsEveryKindWithZeroTypes() {
        return Arrays.stream(Kind.values()).filter(Kind::hasInstances);
    }

    /** Pages call the kernel by types that are generated from this document. Copy the one that is written here if the API has changed. */
    @Test
    void theDocumentOfThePagesIsThatOfTheKernel() throws IOException {
        ObjectMapper mapper = JsonMapper.builder()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        Path written = Path.of("target/openapi.json");
        Object document = mapper.readValue(new Administrator(server).text("schema/"), Object.class);
        Files.writeString(written, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n");

        assertThat(mapper.readTree(Path.of("../bundles/ui/openapi.json").toFile()))
                .as("bundles/ui/openapi.json; what it should be is in " + written.toAbsolutePath())
                .isEqualTo(mapper.readTree(written.toFile()));
    }

    @Test
    void isReadyAndWell() {
        assertThat(server.ready()).isEqualTo(200);
        assertThat(server.command("doctor")).containsPattern("plugins *\\| true \\| 0 plug-ins");
        assertThat(new Administrator(server).list("plugins/")).isEmpty();
    }

    @Test
    void saysThatTheStepsOfASignInAreMissing() {
        HttpResponse<String> answer =
                new Visitor(server.base()).get("/api/v3/flows/executor/default-authentication-flow/");

        assertThat(answer.statusCode()).as(answer.body()).isIn(404, 503);
        assertThat(answer.body()).doesNotContain("ak-stage-identification");
    }
}
