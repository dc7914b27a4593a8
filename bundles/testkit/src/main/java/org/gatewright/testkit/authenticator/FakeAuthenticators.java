package org.gatewright.testkit.authenticator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.authenticator.Addition;
import org.gatewright.spi.authenticator.Attempt;
import org.gatewright.spi.authenticator.Authenticators;
import org.gatewright.spi.authenticator.OwnDevice;
import org.gatewright.spi.authenticator.Prompt;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.Field;
import org.gatewright.spi.stage.FieldError;
import org.gatewright.spi.stage.FieldType;

/**
 * The second factors of the user of a test: each takes the code {@link #RIGHT}. Adding one takes it too.
 *
 * @since 1.0
 */
public final class FakeAuthenticators implements Authenticators {

    /** The code that is right. */
    public static final String RIGHT = "123456";

    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");
    private static final FieldError WRONG = new FieldError("This code is wrong.", "invalid");
    private static final Field CODE = Field.required("code", "Code", FieldType.TEXT);

    private final List<OwnDevice> devices = new ArrayList<>();
    private final List<UUID> attempted = new ArrayList<>();

    /** Adds a device. */
    public OwnDevice device(String type, boolean available) {
        OwnDevice device = new OwnDevice(UUID.randomUUID(), type, "my " + type, available, CREATED, Optional.empty());
        devices.add(device);
        return device;
    }

    /** Returns the devices with which somebody has tried to prove something. */
    public List<UUID> attempted() {
        return List.copyOf(attempted);
    }

    @Override
    public List<OwnDevice> devices() {
        return List.copyOf(devices);
    }

    @Override
    public Prompt challenge(UUID device, JsonObject state) {
        return new Prompt(List.of(CODE), JsonObject.of("asked", device), JsonObject.of("of", device), List.of());
    }

    @Override
    public Attempt prove(UUID device, JsonObject answers, JsonObject state) {
        attempted.add(device);
        return isRight(answers) ? new Attempt.Proved(List.of("otp")) : new Attempt.Failed("code", WRONG, state);
    }

    @Override
    public Addition add(UUID method, Optional<JsonObject> answers, JsonObject state) {
        boolean right =
                !state.isEmpty() && answers.filter(FakeAuthenticators::isRight).isPresent();
        boolean refused = answers.isPresent() && !state.isEmpty();
        Challenge page = new Challenge("ak-stage-authenticator-fake", JsonObject.empty(), List.of(CODE));
        return right
                ? new Addition.Added(UUID.randomUUID(), List.of("otp"))
                : new Addition.Asks(
                        refused ? page.withError("code", WRONG) : page, JsonObject.of("begun", true), refused);
    }

    private static boolean isRight(JsonObject answers) {
        return answers.text("code").equals(Optional.of(RIGHT));
    }
}
