package org.gatewright.console.plugins;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.plugins.ArtifactDigest;
import org.gatewright.port.plugins.MavenRepository;
import org.gatewright.port.plugins.PluginLifecycle.Upload;
import org.gatewright.spi.error.GatewrightException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        source = source(List.of());
        Files.writeString(folder.resolve("a b.jar"), "content");
        Files.writeString(folder.resolve("long.jar"), "more than ten");
    }

    @AfterAll
    static void close() {
        website.close();
    }

    private ArtifactSource source(List<MavenRepository> repositories) {
        return new ArtifactSource(folder, MOST, new Download(website.client(), Duration.ofSeconds(20)), repositories);
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
            mvn:a/b/1.0.0            | plugins.maven_repositories names no repository
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
        ArtifactSource usual = new ArtifactSource(folder, MOST, Download.usual(), List.of());

        assertThatThrownBy(() -> usual.read(website.address("/x.jar")))
                .isInstanceOfSatisfying(
                        InvalidFieldsException.class,
                        e -> assertThat(e.fields().toString()).contains("cannot be fetched"));
        assertThat(Download.usual().client().followRedirects()).isEqualTo(java.net.http.HttpClient.Redirect.NORMAL);
    }

    @Test
    void doesNotWaitForEver() {
        ArtifactSource hasty =
                new ArtifactSource(folder, MOST, new Download(website.client(), Duration.ofMillis(200)), List.of());

        assertThatThrownBy(() -> hasty.read(website.address("/slow.jar")))
                .isInstanceOfSatisfying(
                        InvalidFieldsException.class,
                        e -> assertThat(e.fields().toString()).contains("takes longer than"));
    }

    @Test
    void takesOnlyWhatIsMeant() {
        String digest = ArtifactDigest.of("content".getBytes(UTF_8));

        assertRead(source.read("a b.jar", digest), "a b.jar");
        assertRead(source.read(website.address("/x.jar"), digest.toUpperCase(Locale.ROOT)), "x.jar");
        String other = ArtifactDigest.of("other".getBytes(UTF_8));
        assertThatThrownBy(() -> source.read(website.address("/x.jar"), other))
                .isInstanceOfSatisfying(
                        GatewrightException.class, e -> assertThat(e.detail()).contains(digest, other));
        for (String none : new String[] {"", "abc", digest + "0", "g" + digest.substring(1)}) {
            assertThatThrownBy(() -> source.read("a b.jar", none)).isInstanceOf(InvalidFieldsException.class);
        }
    }

    @Test
    void looksUpMavenArtifactsInOneRepositoryAfterTheOther() throws IOException {
        Path releases = repository("releases", "org/example/echo/1.0.0/echo-1.0.0.jar", "first");
        Path others = repository("others", "org/example/echo/1.0.0/echo-1.0.0.jar", "second");
        repository("others", "org/example/echo/2.0.0-rc.1/echo-2.0.0-rc.1.jar", "newer");
        source = source(MavenRepository.list(releases + "/, " + others));

        assertThat(source.read("mvn:org.example/echo/1.0.0").content()).isEqualTo("first".getBytes(UTF_8));
        Upload newer = source.read("mvn:org.example/echo/2.0.0-rc.1");
        assertThat(newer.content()).isEqualTo("newer".getBytes(UTF_8));
        assertThat(newer.name()).isEqualTo("echo-2.0.0-rc.1.jar");
        refuses("mvn:org.example/echo/3.0.0", "mvn:org.example/echo/3.0.0 is in none of plugins.maven_repositories");
    }

    @Test
    void looksUpMavenArtifactsOnServers() {
        String repository = website.address("/maven");
        source = source(MavenRepository.list(folder.resolve("absent") + "," + repository));

        assertRead(source.read("mvn:org.example/echo/1.0.0"), "echo-1.0.0.jar");
        refuses("mvn:org.example/echo/1.1.0", "is in none of plugins.maven_repositories");
    }

    @Test
    void asksNoOtherRepositoryForOneThatDoesNotAnswer() throws IOException {
        Path other = repository("other", "org/example/echo/1.0.0/echo-1.0.0.jar", "forged");
        for (String first : List.of(
                "https://localhost:" + Website.closedPort(), website.address("/broken"), website.address("/moving"))) {
            source = source(MavenRepository.list(first + ", " + other));

            assertThatThrownBy(() -> source.read("mvn:org.example/echo/1.0.0"))
                    .isInstanceOfSatisfying(InvalidFieldsException.class, e -> assertThat(e.detail())
                            .containsAnyOf("cannot be fetched", "status 500", "status 302"));
        }
    }

    @Test
    void takesNoLongJarFromARepository() throws IOException {
        Path releases = repository("releases", "org/example/echo/1.0.0/echo-1.0.0.jar", "more than ten");
        source = source(MavenRepository.list(releases.toString()));

        refuses("mvn:org.example/echo/1.0.0", "longer than 10 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mvn:org.example/echo",
                "mvn:org.example/echo/1.0.0/war",
                "mvn:org.example/../1.0.0",
                "mvn:org.example/echo/..",
                "mvn:../echo/1.0.0",
                "mvn:org..example/echo/1.0.0",
                "mvn:https://repo.example/!org.example/echo/1.0.0",
                "mvn:org.example/echo/[1,2)",
                "mvn:org.example/e cho/1.0.0",
                "mvn:org.example/echo/1.0.0?x",
                "mvn:org.example/%2e%2e/1.0.0"
            })
    void knowsNoOtherCoordinates(String from) {
        source = source(MavenRepository.list(folder.toString()));

        refuses(from, "write mvn:group/artifact/version");
    }

    private Path repository(String name, String file, String content) throws IOException {
        Path repository = folder.resolve(name);
        Path jar = repository.resolve(file);
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, content);
        return repository;
    }
}
