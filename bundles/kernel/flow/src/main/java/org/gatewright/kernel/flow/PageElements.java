package org.gatewright.kernel.flow;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gatewright.port.plugins.Lease;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.PageElement;
import org.gatewright.spi.stage.StageResult;

/**
 * Gives the element that a stage asks with its address: that of the version which was called. A stage names a file of its own bundle and nothing else, so what its
 * data say under the same name is dropped.
 */
final class PageElements {

    /** The member of a challenge that says what shows it. */
    static final String MEMBER = "element";

    private PageElements() {}

    /** @param addresses of elements that the stage relays, by which they are shown instead of by its own */
    static StageResult addressed(StageResult result, Lease<?> lease, Map<PageElement, JsonObject> addresses) {
        Function<PageElement, JsonObject> address =
                shown -> Optional.ofNullable(addresses.get(shown)).orElseGet(() -> address(shown, lease));
        if (result instanceof StageResult.Ask ask) {
            return addressed(ask, address);
        }
        return result instanceof StageResult.Host host
                ? new StageResult.Host(host.stage(), addressed(host.page(), address), host.facts(), host.answered())
                : result;
    }

    /** The challenge without any element. */
    static JsonObject without(JsonObject data) {
        return data.without(MEMBER);
    }

    private static StageResult.Ask addressed(StageResult.Ask ask, Function<PageElement, JsonObject> address) {
        Challenge asked = ask.challenge();
        Optional<JsonObject> element = asked.element().map(address);
        JsonObject data = without(asked.data()).with(MEMBER, element);
        Challenge addressed = new Challenge(asked.component(), data, asked.fields(), asked.errors(), asked.element());
        return new StageResult.Ask(addressed, ask.state(), ask.refused(), ask.effects());
    }

    static JsonObject address(PageElement element, Lease<?> lease) {
        String folder = "/plugins/" + lease.plugin() + "/" + lease.pin().version() + "/";
        return JsonObject.of("tag", element.tag()).with("module", folder + element.module());
    }
}
