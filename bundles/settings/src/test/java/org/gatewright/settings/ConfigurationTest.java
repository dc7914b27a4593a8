package org.gatewright.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

    @TempDir
    Path data;

    private FixedSettings settings(String... namesAndValues) {
        Map<SettingName, String> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(SettingName.ofFileKey(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return new FixedSettings(values, data);
    }

    private Map<String, Object> web(String... namesAndValues) {
        return ListenerConfiguration.web(settings(namesAndValues), data.resolve("store.p12"));
    }

    @Test
    void switchesAnEmptiedListenerOff() {
        assertThat(web("listen.http", "127.0.0.1:1", "listen.https", ""))
                .containsEntry("org.osgi.service.http.port", "1")
                .containsEntry("org.osgi.service.http.secure.enabled", "false")
                .doesNotContainKey("org.ops4j.pax.web.ssl.keystore");
    }

    @Test
    void refusesTwoAddressesForTheWeb() {
        assertThatThrownBy(() -> web("listen.http", "127.0.0.1:1", "listen.https", "0.0.0.0:2"))
                .isInstanceOf(SettingsProblem.class)
                .hasMessageContaining("listen.https");
    }

    @Test
    void logsJsonUnlessThereIsATerminal() {
        assertThat(new LogConfiguration(settings(), false).toTable())
                .containsEntry("log4j2.appender.console.layout.type", "JsonTemplateLayout");
        assertThat(new LogConfiguration(settings(), true).toTable())
                .containsEntry("log4j2.appender.console.layout.type", "PatternLayout");
    }

    @Test
    void limitsTheStandardOutputOnlyIfASettingSaysSo() {
        assertThat(new LogConfiguration(settings("log.level", "warn"), false).toTable())
                .containsEntry("log4j2.rootLogger.level", "warn")
                .doesNotContainKey("log4j2.rootLogger.appenderRef.console.level");
        assertThat(new LogConfiguration(settings("log.console", "error"), false).toTable())
                .containsEntry("log4j2.rootLogger.level", "info")
                .containsEntry("log4j2.rootLogger.appenderRef.console.level", "error");
    }

    @Test
    void addsLevelsToTheLogAndTakesAwayOnlyThose() {
        Hashtable<String, Object> base = new LogConfiguration(settings(), false).toTable();
        base.put("log4j2.logger.byhand.name", "org.example");

        Hashtable<String, Object> more = GivenLevels.merged(base, Map.of("com.example.words", "debug"));
        assertThat(more)
                .containsAllEntriesOf(base)
                .hasSize(base.size() + 2)
                .containsEntry("log4j2.logger.given0.name", "com.example.words")
                .containsEntry("log4j2.logger.given0.level", "debug");
        assertThat(GivenLevels.merged(more, Map.of("com.example.other", "error")))
                .containsAllEntriesOf(base)
                .doesNotContainValue("com.example.words")
                .containsValue("com.example.other");
        assertThat(GivenLevels.merged(more, Map.of())).isEqualTo(base);
    }

    @Test
    void refusesALevelNobodyKnows() {
        assertThatThrownBy(() -> new LogConfiguration(settings("log.level", "loud"), false).toTable())
                .isInstanceOf(SettingsProblem.class)
                .hasMessageContaining("GATEWRIGHT_LOG__LEVEL")
                .hasMessageContaining("loud");
    }
}
