package org.gatewright.testkit.protocol;

import java.net.URI;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.protocol.Ending;
import org.gatewright.spi.protocol.FlowOutcome;
import org.gatewright.spi.protocol.FlowRequest;
import org.gatewright.spi.protocol.FlowStart;
import org.gatewright.spi.protocol.Protocol;
import org.gatewright.spi.protocol.ProtocolContext;

/**
 * What the kernel makes of flows.
 *
 * @since 1.0
 */
public final class FakePages {

    private FakePages() {}

    /** The visitor goes on at the page of the flow. */
    public static FlowStart page(FlowRequest request) {
        return new FlowStart.Page(URI.create("/if/flow/" + request.flow() + "/"));
    }

    /** The flow asks nothing and ends so. */
    public static FlowStart finished(
            FlowRequest request, FlowOutcome outcome, Protocol protocol, ProtocolContext context) {
        return new FlowStart.Finished(answer(protocol.resume(request.continuation(), outcome, context), context));
    }

    /** What the browser gets when a flow has ended. */
    public static Response answer(Ending ending, ProtocolContext context) {
        if (ending instanceof Ending.Redirect redirect) {
            return new Response.Redirect(redirect.to());
        }
        if (ending instanceof Ending.AutoSubmit submit) {
            return new Response.AutoSubmit(submit.to(), submit.fields());
        }
        if (ending instanceof Ending.Next next) {
            return started(context.begin(next.flow()));
        }
        Ending.Refused refused = (Ending.Refused) ending;
        return new Response.ErrorPage(403, "Refused", refused.message(), java.util.Optional.empty());
    }

    private static Response started(FlowStart start) {
        if (start instanceof FlowStart.Page page) {
            return new Response.Redirect(page.uri());
        }
        if (start instanceof FlowStart.Finished finished) {
            return finished.response();
        }
        throw new IllegalStateException("the flow did not begin: " + start);
    }
}
