package org.gatewright.testkit.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gatewright.spi.error.ErrorKind;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.http.Request;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.protocol.Protocol;
import org.gatewright.spi.protocol.Route;
import org.gatewright.testkit.settings.EarlierSettings;
import org.gatewright.testkit.settings.MigrationCheck;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Protocol} must do. Extend it in the protocol's own test.
 *
 * @since 1.0
 */
public abstract class ProtocolContract {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Optional<String> FOREIGN = Optional.of(HostileRequests.FOREIGN_HOST);

    /** Returns the protocol. */
    protected abstract Protocol protocol();

    /** Returns what it works with; a new one each time. */
    protected abstract FakeProtocolContext context();

    /** Returns the parameters of a request that is in order; all that the protocol looks at. */
    protected abstract Map<String, String> parameters();

    /** Returns settings as earlier versions of the plug-in stored them, some of each schema version before that of the record. */
    protected List<EarlierSettings> earlierSettings() {
        return List.of();
    }

    @Test
    void bringsEarlierSettingsToItsShape() {
        MigrationCheck.of(protocol().getClass(), earlierSettings());
    }

    @Test
    void hasAddresses() {
        assertThat(protocol().routes()).isNotEmpty().allSatisfy(route -> {
            assertThat(route.methods()).as(route.path()).isNotEmpty().isSubsetOf(METHODS);
            assertThat(names(route)).as(route.path()).doesNotHaveDuplicates();
        });
    }

    @Test
    void answersEachAddressOnce() {
        assertThat(protocol().routes().stream().flatMap(route -> route.methods().stream()
                        .map(method -> method + " " + route.path().replaceAll("\\{[^/}]*}", "{}"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void namesTheSameAddressesEachTime() {
        assertThat(protocol().routes()).isEqualTo(protocol().routes());
    }

    /** With an answer or a refusal, never to a host of others, with no header and no script that the request made up. */
    @Test
    void staysInOrderWhateverIsSent() {
        for (Route route : protocol().routes()) {
            for (Request request : HostileRequests.to(route, parameters())) {
                answer(request).ifPresent(response -> check(request, response));
            }
        }
    }

    private static void check(Request request, Response response) {
        assertThat(status(response)).as(() -> told(request)).isBetween(200, 499);
        assertThat(target(response).map(URI::getHost)).as(() -> told(request)).isNotEqualTo(FOREIGN);
        assertThat(headers(response).values())
                .as(() -> told(request))
                .noneMatch(value -> value.contains("\r") || value.contains("\n"));
        if (response instanceof Response.Text text && text.mediaType().startsWith("text/html")) {
            assertThat(text.body()).as(() -> told(request)).doesNotContain("<script>alert(1)");
        }
    }

    /** Empty if the protocol refuses by an error that is the caller's. */
    private Optional<Response> answer(Request request) {
        try {
            return Optional.of(protocol().handle(request, context()));
        } catch (GatewrightException e) {
            if (e.code().kind() == ErrorKind.INTERNAL || e.code().kind() == ErrorKind.UNAVAILABLE) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static String told(Request request) {
        String all =
                request.method() + " " + request.path() + " " + request.query().values();
        return all.substring(0, Math.min(all.length(), 300));
    }

    private static List<String> names(Route route) {
        return Stream.of(route.path().split("/", -1))
                .filter(segment -> segment.startsWith("{"))
                .toList();
    }

    private static int status(Response response) {
        if (response instanceof Response.Json json) {
            return json.status();
        }
        if (response instanceof Response.Text text) {
            return text.status();
        }
        if (response instanceof Response.Empty empty) {
            return empty.status();
        }
        return response instanceof Response.ErrorPage page ? page.status() : 302;
    }

    private static Optional<URI> target(Response response) {
        if (response instanceof Response.Redirect redirect) {
            return Optional.of(redirect.to());
        }
        return response instanceof Response.AutoSubmit submit ? Optional.of(submit.to()) : Optional.empty();
    }

    private static Map<String, String> headers(Response response) {
        if (response instanceof Response.Json json) {
            return json.headers();
        }
        if (response instanceof Response.Text text) {
            return text.headers();
        }
        return response instanceof Response.Empty empty ? empty.headers() : Map.of();
    }
}
