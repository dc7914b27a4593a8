package org.gatewright.http.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.http.request.BoundedBody;
import org.gatewright.http.request.Exchange;
import org.gatewright.http.request.FakeRequest;
import org.gatewright.http.response.FakeResponse;
import org.gatewright.http.response.SecurityHeaders;
import org.gatewright.port.plugins.PluginFiles;
import org.gatewright.spi.http.ClientInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluginFilesEndpointTest {

    private static final String ADDRESS = "/plugins/org.example.terms/1.0.0/deep/terms.js";
    private static final String CONTENT = "export default 1 // größer";

    private final List<String> asked = new ArrayList<>();
    private final PluginFiles files = (plugin, version, path) -> {
        asked.add(plugin + " " + version + " " + path);
        return path.contains("absent") ? Optional.empty() : Optional.of(CONTENT.getBytes(UTF_8));
    };
    private final PluginFilesEndpoint endpoint = new PluginFilesEndpoint(files);

    @Test
    void servesAFileOfAVersionForEver() throws IOException {
        FakeResponse response = serve("GET", ADDRESS);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(CONTENT);
        assertThat(response.header("Content-Type")).contains("text/javascript;charset=utf-8");
        assertThat(response.header("Content-Length")).contains("28");
        assertThat(response.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.header("Content-Security-Policy").orElseThrow()).contains("default-src 'none'");
        assertThat(response.header("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(response.header("ETag").orElseThrow()).matches("\"[0-9a-f]{32}\"");
        assertThat(asked).containsExactly("org.example.terms 1.0.0 deep/terms.js");
    }

    @Test
    void tellsOfAFileWithoutSendingIt() throws IOException {
        FakeResponse response = serve("HEAD", ADDRESS);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Content-Length")).contains("28");
        assertThat(response.header("ETag")).isPresent();
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"%s,304", "W/%s,304", "'\"other\", %s',304", "*,304", "\"other\",200"})
    void sendsNothingToWhoHasItAlready(String known, int status) throws IOException {
        String tag = serve("GET", ADDRESS).header("ETag").orElseThrow();

        FakeResponse response = serve(
                new FakeRequest("192.0.2.1").method("GET").header("If-None-Match", known.formatted(tag)), ADDRESS);

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("ETag")).contains(tag);
        assertThat(response.body().isEmpty()).isEqualTo(status == 304);
    }

    @ParameterizedTest
    @CsvSource({
        "a.mjs,text/javascript;charset=utf-8",
        "a.css,text/css;charset=utf-8",
        "a.svg,image/svg+xml",
        "a.woff2,font/woff2",
        "a.json,application/json"
    })
    void knowsTheMediaTypesThatPagesLoad(String file, String type) throws IOException {
        assertThat(serve("GET", "/plugins/p/1.0.0/" + file).header("Content-Type"))
                .contains(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/plugins/",
                "/plugins/p",
                "/plugins/p/1.0.0",
                "/plugins/p/1.0.0/",
                "/plugins/p/1.0.0/page.html",
                "/plugins/p/1.0.0/page.HTML",
                "/plugins/p/1.0.0/page.xhtml",
                "/plugins/p/1.0.0/Terms.class",
                "/plugins/p/1.0.0/js",
                "/plugins/p/1.0.0/folder.js/",
                "/plugins/p/1.0.0/applet.wasm",
                "/plugins/p/1.0.0/.js/x"
            })
    void doesNotEvenLookForAnythingElse(String path) throws IOException {
        FakeResponse response = serve("GET", path);

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.header("Cache-Control")).contains("no-store");
        assertThat(response.body()).doesNotContain(CONTENT);
        assertThat(asked).isEmpty();
    }

    @Test
    void saysThatThereIsNothingInOneWay() throws IOException {
        FakeResponse response = serve("GET", "/plugins/p/1.0.0/absent.js");

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.header("Cache-Control")).contains("no-store");
        assertThat(response.header("ETag")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void takesNothing(String method) throws IOException {
        FakeResponse response = serve(method, ADDRESS);

        assertThat(response.status()).isEqualTo(405);
        assertThat(response.header("Allow")).contains("GET, HEAD");
        assertThat(asked).isEmpty();
    }

    @Test
    void answersNoOtherAddress() {
        assertThat(endpoint.handles(ADDRESS)).isTrue();
        assertThat(endpoint.handles("/plugins")).isFalse();
        assertThat(endpoint.handles("/api/v3/plugins/")).isFalse();
    }

    private FakeResponse serve(String method, String path) throws IOException {
        return serve(new FakeRequest("192.0.2.1").method(method), path);
    }

    private FakeResponse serve(FakeRequest request, String path) throws IOException {
        FakeResponse response = new FakeResponse();
        ClientInfo client = new ClientInfo("192.0.2.1", "", URI.create("http://localhost:9000"));
        Exchange exchange =
                new Exchange(new BoundedBody(request.build()), response.build(), path, client, Map.of(), "1");
        SecurityHeaders.apply(exchange);
        endpoint.serve(exchange);
        return response;
    }
}
