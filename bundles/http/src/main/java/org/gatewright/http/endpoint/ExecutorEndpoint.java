package org.gatewright.http.endpoint;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatewright.http.Endpoint;
import org.gatewright.http.request.BadRequestException;
import org.gatewright.http.request.Cookies;
import org.gatewright.http.request.Exchange;
import org.gatewright.http.request.FormDecoder;
import org.gatewright.http.response.Answers;
import org.gatewright.json.JsonSyntaxException;
import org.gatewright.json.JsonText;
import org.gatewright.port.flow.FlowEngine;
import org.gatewright.port.flow.FlowReply;
import org.gatewright.port.flow.FlowVisit;
import org.gatewright.spi.data.JsonObject;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The headless flow executor: {@code GET} shows the challenge, {@code POST} answers it with JSON. Answers are taken from this origin only. */
@Component
public final class ExecutorEndpoint implements Endpoint {

    private static final Pattern PATH = Pattern.compile("/api/v3/flows/executor/([a-z0-9][a-z0-9_-]{0,99})/?");

    private final FlowEngine engine;

    /** Runs flows with this engine. */
    @Activate
    public ExecutorEndpoint(@Reference FlowEngine engine) {
        this.engine = engine;
    }

    @Override
    public boolean handles(String path) {
        return path.startsWith("/api/v3/flows/executor/");
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void serve(Exchange exchange) throws IOException {
        Matcher path = PATH.matcher(exchange.path());
        if (!path.matches()) {
            Answers.notFound(exchange);
            return;
        }
        FlowVisit visit = new FlowVisit(
                path.group(1),
                FormDecoder.decode(exchange.query().first("query")),
                exchange.cookies(),
                exchange.client(),
                exchange.languages());
        switch (exchange.method()) {
            case "GET", "HEAD" -> reply(exchange, engine.show(visit));
            case "POST" -> reply(exchange, engine.answer(visit, answers(exchange)));
            default -> {
                exchange.response().setHeader("Allow", "GET, HEAD, POST");
                throw new BadRequestException(405, "The flow executor knows GET and POST.");
            }
        }
    }

    private static void reply(Exchange exchange, FlowReply reply) throws IOException {
        Cookies.write(exchange, reply.cookies());
        Answers.json(exchange, reply.status(), "application/json", reply.challenge());
    }

    private static JsonObject answers(Exchange exchange) {
        if (exchange.isForeign()) {
            throw new BadRequestException(403, "Answers are taken from pages of this server only.");
        }
        if (!exchange.hasMediaType("application/json")) {
            throw new BadRequestException(415, "Answers are sent as application/json.");
        }
        try {
            return JsonText.read(exchange.request().text());
        } catch (JsonSyntaxException e) {
            throw new BadRequestException(e.sentence());
        }
    }
}
