package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Distribution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    @ValueSource(strings = {"stages", "policies", "providers"})
    void listsEveryKindWithZeroTypes(String kind) {
        assertThat(new Administrator(server).text(kind + "/types/")).isEqualTo("[]");
    }
}
