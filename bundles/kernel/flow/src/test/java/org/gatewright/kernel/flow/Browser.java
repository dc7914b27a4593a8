package org.gatewright.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gatewright.json.JsonText;
import org.gatewright.port.flow.CookieChange;
import org.gatewright.port.flow.CookieNames;
import org.gatewright.port.flow.FlowReply;
import org.gatewright.port.flow.FlowVisit;
import org.gatewright.port.protocol.Dispatch;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.http.Headers;
import org.gatewright.spi.http.Parameters;
import org.gatewright.spi.http.Request;

/** A browser: keeps cookies, and says what it got last. */
final class Browser {

    final Map<String, String> cookies = new HashMap<>();
    List<Locale> languages = List.of();
    private final House house;

    Browser(House house) {
        this.house = house;
    }

    /** Opens {@code /if/flow/<slug>/?<query>}. */
    FlowReply show(String page) {
        return take(house.engine.show(visit(page)));
    }

    FlowReply answer(String page, String name, Object value) {
        return answer(page, JsonObject.of(name, value));
    }

    FlowReply answer(String page, JsonObject answers) {
        return take(house.engine.answer(visit(page), answers));
    }

    /** A request to a protocol. */
    Dispatch.Answered get(String path) {
        return (Dispatch.Answered) request("GET", path);
    }

    Dispatch request(String method, String path) {
        Dispatch dispatch = house.dispatcher.dispatch(
                new Request(
                        method,
                        path,
                        Map.of(),
                        Parameters.none(),
                        Parameters.none(),
                        Headers.none(),
                        Optional.empty(),
                        House.CLIENT),
                cookies);
        if (dispatch instanceof Dispatch.Answered answered) {
            answered.cookies().forEach(this::take);
        }
        return dispatch;
    }

    FlowVisit visit(String page) {
        URI uri = URI.create(page);
        String slug = uri.getPath().replaceAll("^/if/flow/|/$", "");
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (uri.getQuery() != null) {
            for (String pair : uri.getQuery().split("&", -1)) {
                query.put(pair.substring(0, pair.indexOf('=')), List.of(pair.substring(pair.indexOf('=') + 1)));
            }
        }
        return new FlowVisit(slug, new Parameters(query), cookies, House.CLIENT, languages);
    }

    boolean isSignedIn() {
        return house.sessions
                .resolve(cookies.getOrDefault(CookieNames.SESSION, ""))
                .isPresent();
    }

    /** Every challenge of every test is as the engine describes it. */
    private JsonSchema schema() {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(JsonText.write(house.engine.challengeSchema()));
    }

    private FlowReply take(FlowReply reply) {
        reply.cookies().forEach(this::take);
        assertThat(schema().validate(JsonText.write(reply.challenge()), InputFormat.JSON))
                .isEmpty();
        return reply;
    }

    private void take(CookieChange change) {
        change.value().ifPresentOrElse(value -> cookies.put(change.name(), value), () -> cookies.remove(change.name()));
    }
}
