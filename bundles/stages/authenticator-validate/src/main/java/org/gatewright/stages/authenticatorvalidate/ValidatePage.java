package org.gatewright.stages.authenticatorvalidate;

import java.util.List;
import org.gatewright.spi.authenticator.OwnDevice;
import org.gatewright.spi.authenticator.Prompt;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.stage.Challenge;

/** Writes the page that asks for a second factor. */
final class ValidatePage {

    private static final String COMPONENT = "ak-stage-authenticator-validate";

    private ValidatePage() {}

    static Challenge of(Choice choice, Prompt prompt) {
        List<JsonObject> devices = choice.usable().stream()
                .map(device -> device(device).with("challenge", asked(choice, device, prompt)))
                .toList();
        return new Challenge(
                COMPONENT,
                JsonObject.of("device_challenges", devices)
                        .with(Choice.SELECTED, selected(choice.device()))
                        .with("configuration_stages", List.of()),
                prompt.fields());
    }

    private static JsonObject device(OwnDevice device) {
        return selected(device)
                .with("name", device.name())
                .with("last_used", device.lastUsed().map(Object::toString));
    }

    private static JsonObject selected(OwnDevice device) {
        return JsonObject.of("device_class", device.type()).with("device_uid", device.id());
    }

    /** Only what is asked for now is known: methods that send something do so when they are chosen. */
    private static JsonObject asked(Choice choice, OwnDevice device, Prompt prompt) {
        return device.equals(choice.device()) ? prompt.data() : JsonObject.empty();
    }
}
