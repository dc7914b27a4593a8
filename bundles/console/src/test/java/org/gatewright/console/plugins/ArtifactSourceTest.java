package org.gatewright.console.plugins;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.plugins.PluginLifecycle.Upload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtifactSourceTest {

    private static final int MOST = 10;

    @TempDir
    Path folder;

    private static Website website;
    private ArtifactSource source;

    @BeforeAll
    static void open(@TempDir Path keys) throws Exception {
        website = new Website(keys);
    }

    @BeforeEach
    void fill() throws IOException {
        source = new ArtifactSource(folder, MOST, new Download(website.client(), Duration.ofSeconds(20)));
        Files.writeString(folder.resolve("a b.jar"), "content");
        Files.writeString(folder.resolve("long.jar"), "more than ten");
    }

    @AfterAll
    static void close() {
        website.close();
    }

    private void refuses(String from, String reason) {
        assertThatThrownBy(() -> source.read(from))
                .isInstanceOfSatisfying(
                        InvalidFieldsException.class,
                        e -> assertThat(e.fields().toString()).contains(reason));
    }

    private static void assertRead(Upload upload, String name) {
        assertThat(upload.name()).isEqualTo(name);
        assertThat(new String(upload.content(), UTF_8)).isEqualTo("content");
    }

    @Test
    void readsFiles() {
        assertRead(source.read("a b.jar"), "a b.jar");
        assertRead(source.read("./a b.jar"), "a b.jar");
        assertRead(source.read(folder.resolve("a b.jar").toString()), "a b.jar");
        assertRead(source.read(folder.resolve("a b.jar").toUri().toString()), "a b.jar");
    }

    @Test
    void readsAFileWhoseNameHasAColon() throws IOException {
        Files.writeString(folder.resolve("C:x.jar"), "content");

        assertRead(source.read("C:x.jar"), "C:x.jar");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            absent.jar               | There is no file
            .                        | There is no file
            long.jar                 | longer than 10 bytes
            mvn:a/b/1.0.0            | Addresses of Maven are not known
            http://a.example/x.jar   | by https only
            ftp://a.example/x.jar    | neither a file nor an address
            file:x.jar               | write file:/
            https://a b/x.jar        | is no address
            https:/x.jar             | names no server
            """)
    void refusesWhatItCannotRead(String from, String reason) {
        refuses(from, reason);
    }

    @Test
    void fetchesByHttps() {
        assertRead(source.read(website.address("/x.jar")), "x.jar");
        assertRead(source.read(website.address("/moved.jar")), "moved.jar");
    }

    @Test
    void fetchesNoMoreThanAPluginMayHave() {
        refuses(website.address("/endless.jar"), "longer than 10 bytes");
    }

    @Test
    void followsNoRedirectToHttp() {
        refuses(website.address("/plain.jar"), "status 302");
    }

    @Test
    void saysWhyAFileCannotBeFetched() throws IOException {
        refuses(website.address("/absent.jar"), "status 404");
        refuses("https://localhost:" + Website.closedPort() + "/x.jar", "cannot be fetched");
    }

    @Test
    void trustsNoServerWithoutACertificateThatIsKnown() {
        ArtifactSource usual = new ArtifactSource(folder, MOST, Download.usual());

        assertThatThrownBy(() -> usual.read(website.address("/x.jar")))
                .isInstanceOfSatisfying(
                        InvalidFieldsException.class,
                        e -> assertThat(e.fields().toString()).contains("cannot be fetched"));
        assertThat(Download.usual().client().followRedirects()).isEqualTo(java.net.http.HttpClient.Redirect.NORMAL);
    }

    @Test
    void doesNotWaitForEver() {
        ArtifactSource hasty = new ArtifactSource(folder, MOST, new Download(website.client(), Duration.ofMillis(200)));

        assertThatThrownBy(() -> hasty.read(website.address("/slow.jar")))
                .isInstanceOfSatisfying(
                        InvalidFieldsException.class,
                        e -> assertThat(e.fields().toString()).contains("takes longer than"));
    }
}
