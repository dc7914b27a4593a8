package org.gatewright.kernel.flow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserField;
import org.gatewright.spi.directory.UserType;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.FactNames;
import org.gatewright.spi.stage.Field;
import org.gatewright.spi.stage.FieldError;
import org.gatewright.spi.stage.FieldType;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageResult;

/** Stages for tests. */
final class Stages {

    private Stages() {}

    /** Asks for a user name and finds the user, or pretends to. */
    static Stage identify(House house) {
        return context -> context.answers()
                .flatMap(answers -> answers.text("uid_field"))
                .<StageResult>map(name -> new StageResult.Done(JsonObject.of(FactNames.PENDING_USER_IDENTIFIER, name)
                        .with(
                                FactNames.PENDING_USER,
                                house.users
                                        .find(name, java.util.EnumSet.of(UserField.USERNAME), true)
                                        .map(User::id))))
                .orElseGet(() -> new StageResult.Ask(challenge("ak-stage-identification", "uid_field")));
    }

    /** Takes the word {@code right}; audits what is wrong. */
    static Stage password() {
        return context -> {
            Challenge challenge = challenge("ak-stage-password", "password");
            if (context.answers().isEmpty()) {
                return new StageResult.Ask(challenge);
            }
            boolean right = context.answers().get().text("password").equals(Optional.of("right"))
                    && context.user().isPresent();
            return right
                    ? new StageResult.Done(JsonObject.of(FactNames.METHODS, List.of("pwd")))
                    : new StageResult.Ask(
                            challenge.withError("password", new FieldError("Invalid password", "invalid")),
                            JsonObject.empty(),
                            true,
                            List.of(new Effect.Audit("login_failed", JsonObject.of("failures", context.failures()))));
        };
    }

    /** Signs in. */
    static Stage login() {
        return effects(
                new Effect.StartSession(Duration.ofHours(1), false, false),
                new Effect.Audit("login", JsonObject.empty()));
    }

    /** Signs out. */
    static Stage logout() {
        return effects(new Effect.EndSession(), new Effect.Audit("logout", JsonObject.empty()));
    }

    /** Done without asking. */
    static Stage effects(Effect... effects) {
        return context -> new StageResult.Done(JsonObject.empty(), List.of(effects));
    }

    /** Asks for a name and creates a user in the next step. */
    static Stage prompt(String... keys) {
        return context -> context.answers()
                .<StageResult>map(answers -> new StageResult.Done(JsonObject.of(FactNames.PROMPT_DATA, answers)))
                .orElseGet(() -> new StageResult.Ask(challenge(Challenge.PROMPT, keys)));
    }

    static Stage createUser() {
        return context -> new StageResult.Done(
                JsonObject.of(FactNames.METHODS, List.of("pwd")), List.of(create(name(context.facts()))));
    }

    static Effect.CreateUser create(String name) {
        return new Effect.CreateUser(
                name,
                name,
                "",
                UserType.INTERNAL,
                true,
                "users",
                JsonObject.empty(),
                Optional.of(SecretText.of("right")),
                List.of());
    }

    static Challenge challenge(String component, String... keys) {
        List<Field> fields = java.util.Arrays.stream(keys)
                .map(key -> Field.required(key, key, FieldType.TEXT))
                .toList();
        return new Challenge(component, JsonObject.empty(), fields, Map.of());
    }

    private static String name(JsonObject facts) {
        return facts.object(FactNames.PROMPT_DATA)
                .flatMap(data -> data.text("username"))
                .orElse("");
    }
}
