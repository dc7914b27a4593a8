package org.gatewright.testkit.kernel;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.json.JsonText;
import org.gatewright.port.flow.CookieChange;
import org.gatewright.port.flow.CookieNames;
import org.gatewright.port.flow.FlowReply;
import org.gatewright.port.flow.FlowVisit;
import org.gatewright.port.protocol.Dispatch;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.spi.http.Parameters;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.session.Session;
import org.gatewright.testkit.protocol.TestRequest;

/**
 * Somebody with a browser, which keeps cookies.
 *
 * @since 1.0
 */
public final class Visitor {

    private static final ClientInfo CLIENT = new ClientInfo("192.0.2.1", "test browser", TestRequest.ORIGIN);
    private static final Duration SESSION = Duration.ofDays(1);

    private final BareKernel kernel;
    private final Map<String, String> cookies = new HashMap<>();

    Visitor(BareKernel kernel) {
        this.kernel = kernel;
    }

    /** Has signed in before. */
    public Visitor signedIn(User user) {
        cookies.put(
                CookieNames.SESSION,
                kernel.parts
                        .sessions
                        .start(user.id(), List.of("pwd"), SESSION, CLIENT)
                        .cookie());
        return this;
    }

    /** Opens the page of the flow: the first one, or the one at which the visitor is. */
    public Page open(TestFlow flow) {
        return take(kernel.parts.engine.show(visit(flow.complete().slug())));
    }

    /** Answers the page with JSON, such as {@code {"word": "please"}}. */
    public Page answer(TestFlow flow, String answers) {
        return take(kernel.parts.engine.answer(visit(flow.complete().slug()), JsonText.read(answers)));
    }

    /** Sends a request to the protocols. Without an address that takes it the answer is empty, with 404, 405, or 503 for a protocol that is gone. */
    public Response request(TestRequest request) {
        Dispatch dispatch = kernel.parts.dispatcher.dispatch(request.build(), cookies);
        if (dispatch instanceof Dispatch.Answered answered) {
            answered.cookies().forEach(this::take);
            return answered.response();
        }
        if (dispatch instanceof Dispatch.NoRoute none) {
            return new Response.Empty(none.unavailable() ? 503 : 404, Map.of());
        }
        return new Response.Empty(405, Map.of());
    }

    /** Follows an address to a flow, as a protocol gives it, and returns its page. */
    public Page follow(URI page) {
        String slug = page.getPath().replaceAll("^/if/flow/|/$", "");
        Map<String, List<String>> query = new HashMap<>();
        for (String pair : Optional.ofNullable(page.getQuery()).orElse("").split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(pair.substring(0, equals), List.of(pair.substring(equals + 1)));
            }
        }
        return take(kernel.parts.engine.show(new FlowVisit(slug, new Parameters(query), cookies, CLIENT)));
    }

    /** Returns the user who is signed in. */
    public Optional<UUID> user() {
        return Optional.ofNullable(cookies.get(CookieNames.SESSION))
                .flatMap(kernel.parts.sessions::resolve)
                .map(Session::user);
    }

    private FlowVisit visit(String slug) {
        return new FlowVisit(slug, Parameters.none(), cookies, CLIENT);
    }

    private Page take(FlowReply reply) {
        reply.cookies().forEach(this::take);
        return new Page(reply.status(), reply.challenge());
    }

    private void take(CookieChange change) {
        change.value().ifPresentOrElse(value -> cookies.put(change.name(), value), () -> cookies.remove(change.name()));
    }
}
