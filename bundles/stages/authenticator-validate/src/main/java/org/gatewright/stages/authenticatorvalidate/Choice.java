package org.gatewright.stages.authenticatorvalidate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.spi.authenticator.OwnDevice;
import org.gatewright.spi.data.JsonObject;

/**
 * Which device the visitor uses, and what its method and those of others keep.
 *
 * @param usable the devices that may be used here, the one that was used last first; there is one at least
 * @param device the chosen one, which is one of these
 * @param kept what methods keep, by the id of the device
 */
record Choice(List<OwnDevice> usable, OwnDevice device, JsonObject kept) {

    /** The answer that chooses a device: an object with {@code device_class} and {@code device_uid}. */
    static final String SELECTED = "selected_challenge";

    private static final String DEVICE = "device";
    private static final String KEPT = "kept";
    private static final Set<String> NO_PROOF = Set.of(SELECTED, "component");

    /** As the step was left; the device that was used last if it was not, or if the device of then may not be used any more. */
    static Choice of(List<OwnDevice> usable, JsonObject state) {
        OwnDevice device = state.text(DEVICE).flatMap(id -> find(usable, id)).orElse(usable.get(0));
        return new Choice(usable, device, state.object(KEPT).orElse(JsonObject.empty()));
    }

    /** The choice of the answers; empty if they choose what may not be used here. Without a choice it stays. */
    Optional<Choice> chosen(JsonObject answers) {
        if (!answers.has(SELECTED)) {
            return Optional.of(this);
        }
        return answers.object(SELECTED).flatMap(selected -> selected.text("device_uid")
                .flatMap(id -> find(usable, id))
                .filter(found ->
                        selected.text("device_class").map(found.type()::equals).orElse(true))
                .map(found -> new Choice(usable, found, kept)));
    }

    /** Tells whether answers do nothing but choose. */
    static boolean isAll(JsonObject answers) {
        return answers.has(SELECTED) && NO_PROOF.containsAll(answers.members().keySet());
    }

    /** What the method of the device keeps. */
    JsonObject state() {
        return kept.object(device.id().toString()).orElse(JsonObject.empty());
    }

    Choice keeping(JsonObject state) {
        String id = device.id().toString();
        return new Choice(usable, device, state.isEmpty() ? kept.without(id) : kept.with(id, state));
    }

    /** What the step keeps. */
    JsonObject text() {
        JsonObject text = JsonObject.of(DEVICE, device.id());
        return kept.isEmpty() ? text : text.with(KEPT, kept);
    }

    private static Optional<OwnDevice> find(List<OwnDevice> devices, String id) {
        return parse(id).flatMap(uuid -> devices.stream()
                .filter(device -> device.id().equals(uuid))
                .findFirst());
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no id names no device
        }
    }
}
