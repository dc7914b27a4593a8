package org.gatewright.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    private String read(String section, String key, Map<String, String> environment) {
        return SettingsReader.read(folder.resolve("gatewright.cfg"), environment, warnings::add)
                .get(new SettingName(section, key));
    }

    private void file(String text) throws IOException {
        Files.writeString(folder.resolve("gatewright.cfg"), text);
    }

    @Test
    void knowsTheDefaultsOfTheContract() {
        assertThat(read("listen", "http", Map.of())).isEqualTo("0.0.0.0:9000");
        assertThat(read("listen", "ssh", Map.of())).isEqualTo("127.0.0.1:8101");
    }

    @Test
    void letsTheEnvironmentWinOverTheFile() throws IOException {
        file("listen.http = 127.0.0.1:1\npostgresql.host = db\n");
        Map<String, String> environment = Map.of("GATEWRIGHT_LISTEN__HTTP", "127.0.0.1:2");
        assertThat(read("listen", "http", environment)).isEqualTo("127.0.0.1:2");
        assertThat(read("postgresql", "host", environment)).isEqualTo("db");
    }

    @Test
    void readsTheNamesWithoutASection() {
        assertThat(read("secret", "key", Map.of("GATEWRIGHT_SECRET_KEY", "s"))).isEqualTo("s");
        assertThat(read("bootstrap", "email", Map.of("GATEWRIGHT_BOOTSTRAP_EMAIL", "a@b.example")))
                .isEqualTo("a@b.example");
    }

    @Test
    void ignoresWhatTheLauncherReads() {
        Path none = folder.resolve("none");
        assertThat(SettingsReader.read(none, Map.of("GATEWRIGHT_DATA", "/d", "HOME", "/h"), warnings::add))
                .isEqualTo(SettingsReader.read(none, Map.of(), warnings::add));
        assertThat(warnings).isEmpty();
    }

    @Test
    void keepsAValueThatSomebodyEmptied() {
        assertThat(read("listen", "https", Map.of("GATEWRIGHT_LISTEN__HTTPS", "")))
                .isEmpty();
    }

    @Test
    void replacesAFileAddressByTheContent() throws IOException {
        Path secret = Files.writeString(folder.resolve("password"), "s3cret\n");
        assertThat(read(
                        "postgresql",
                        "password",
                        Map.of("GATEWRIGHT_POSTGRESQL__PASSWORD", secret.toUri().toString())))
                .isEqualTo("s3cret");
    }

    @Test
    void namesTheSettingWhoseFileIsMissing() {
        assertThatThrownBy(() -> read("secret", "key", Map.of("GATEWRIGHT_SECRET_KEY", "file:///nowhere/at/all")))
                .isInstanceOf(SettingsProblem.class)
                .hasMessageContaining("GATEWRIGHT_SECRET_KEY")
                .hasMessageContaining("/nowhere/at/all");
    }

    @Test
    void refusesAMisspeltKey() {
        assertThatThrownBy(() -> read("listen", "http", Map.of("GATEWRIGHT_LISTEN__HTPP", ":1")))
                .isInstanceOf(SettingsProblem.class)
                .hasMessageContaining("GATEWRIGHT_LISTEN__HTPP")
                .hasMessageContaining("Did you mean listen.http (")
                .hasMessageContaining("https");
    }

    @Test
    void takesAnAddressForAnOutpostThatNobodyHereHasSeen() {
        assertThat(read("listen", "radius", Map.of("GATEWRIGHT_LISTEN__RADIUS", "127.0.0.1:1812")))
                .isEqualTo("127.0.0.1:1812");
        assertThat(warnings).isEmpty();
    }

    @Test
    void warnsOfAnAddressThatMayBeMeantForSomethingElse() {
        assertThat(read("listen", "imap", Map.of("GATEWRIGHT_LISTEN__IMAP", ":143")))
                .isEqualTo(":143");
        assertThat(warnings).singleElement().asString().contains("outpost of that name only. Did you mean listen.ldap");
    }

    @ParameterizedTest
    @CsvSource({
        "listen.radius, 1812, address and a port",
        "listen.ldap, 3389, address and a port",
        "listen.trusted_proxy_cidrs, '10.0.0.0/8, localhost', networks",
        "listen.trusted_proxy_cidrs, 10.0.0.0/33, networks",
        "listen.trusted_proxy_cidrs, ',', networks",
        "http.max_body, 1MB, whole number of bytes",
        "http.max_body, 0, from 1",
        "http.max_body, 99999999999, to 1073741824",
        "keys.overlap, 30d, whole number of days",
        "keys.overlap, 0, from 1",
        "guard.policy_seconds, 0, from 1",
        "guard.concurrency, many, whole number of calls",
        "guard.error_share, 101, to 100",
        "guard.memory_megabytes, 0, from 1",
        "events.retention, for ever, whole number of days",
        "plugins.maven_repositories, ',', folders named from the root",
        "plugins.maven_repositories, maven, folders named from the root",
        "plugins.maven_repositories, http://repo.example.org, https:",
        "plugins.maven_repositories, '/srv/maven, ftp://repo.example.org', https:",
        "plugins.maven_repositories, https:/releases, https:",
        "plugins.maven_repositories, https://ada:secret@repo.example.org, https:",
        "plugins.maven_repositories, https://repo.example.org/?a=b, https:",
        "plugins.maven_repositories, https://a b/, https:",
        "postgresql.port, 65536, port",
        "postgresql.sslmode, maybe, verify-full",
        "password.hasher, Argon 2, letters a to z",
        "log.level, loud, debug",
        "log.console, loud, debug",
        "log.format, xml, json"
    })
    void refusesAMalformedValueAndSaysWhatIsExpected(String key, String value, String expected) {
        SettingName name = SettingName.ofFileKey(key);
        assertThatThrownBy(() -> read(name.section(), name.key(), Map.of(name.variable(), value)))
                .isInstanceOf(SettingsProblem.class)
                .hasMessageContaining(name.toString())
                .hasMessageContaining("\"" + value + "\"")
                .hasMessageContaining(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "listen.ldap, 127.0.0.1:3389",
        "listen.trusted_proxy_cidrs, '10.0.0.0/8, ::1/128, 192.0.2.7'",
        "http.max_body, 1073741824",
        "keys.overlap, 1",
        "guard.error_share, 100",
        "plugins.maven_repositories, '/srv/maven/, https://repo.example.org:8443/releases'",
        "postgresql.port, 5432",
        "postgresql.sslmode, verify-full",
        "password.hasher, argon2id",
        "log.level, INFO"
    })
    void takesWhatIsWellFormed(String key, String value) {
        SettingName name = SettingName.ofFileKey(key);
        assertThat(read(name.section(), name.key(), Map.of(name.variable(), value)))
                .isEqualTo(value);
        assertThat(warnings).isEmpty();
    }

    @Test
    void takesAnEmptyValueForNone() {
        assertThat(read("http", "max_body", Map.of("GATEWRIGHT_HTTP__MAX_BODY", "")))
                .isEmpty();
    }

    @Test
    void warnsOfASectionThatIsNotKnownAndNamesTheNearestSetting() throws IOException {
        file("listn.http = :1\nfuture.thing = 1\n");
        assertThat(read("listen", "http", Map.of())).isEqualTo("0.0.0.0:9000");
        assertThat(warnings)
                .anySatisfy(sentence -> assertThat(sentence)
                        .contains("no setting listn.http")
                        .contains("Did you mean listen.http (GATEWRIGHT_LISTEN__HTTP)?"))
                .anySatisfy(sentence ->
                        assertThat(sentence).contains("future.thing").doesNotContain("Did you mean"))
                .hasSize(2);
    }

    @Test
    void warnsOfAVariableThatIsNearlyASetting() {
        read("listen", "http", Map.of("GATEWRIGHT_LISTEN_HTTP", ":1", "GATEWRIGHT_SERVICE_HOST", "10.0.0.1"));
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("GATEWRIGHT_LISTEN_HTTP,")
                .contains("GATEWRIGHT_LISTEN__HTTP");
    }

    @Test
    void refusesAFileKeyWithoutASection() throws IOException {
        file("http = :9000\n");
        assertThatThrownBy(() -> read("listen", "http", Map.of()))
                .isInstanceOf(SettingsProblem.class)
                .hasMessageContaining("\"http\"");
    }
}
