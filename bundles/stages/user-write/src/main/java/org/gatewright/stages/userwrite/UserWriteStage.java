package org.gatewright.stages.userwrite;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.plugin.PluginType;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.FactNames;
import org.gatewright.spi.stage.Field;
import org.gatewright.spi.stage.FieldError;
import org.gatewright.spi.stage.FieldType;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageContext;
import org.gatewright.spi.stage.StageResult;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes or changes the flow's user out of what the prompts asked. Asks again only for a name that cannot be had. */
@Component(service = Stage.class)
@PluginType(
        name = "user_write",
        title = "User write",
        description = "Creates or changes the user with the answers to prompts.",
        settings = UserWriteSettings.class)
public final class UserWriteStage implements Stage {

    private final UserChecks checks;

    @Activate
    public UserWriteStage(@Reference Directory directory) {
        checks = new UserChecks(directory);
    }

    @Override
    public StageResult handle(StageContext context) {
        UserCreationMode mode = context.settings(UserWriteSettings.class).userCreationMode();
        Optional<User> user = mode == UserCreationMode.ALWAYS_CREATE ? Optional.empty() : context.user();
        if (user.isEmpty() && mode == UserCreationMode.NEVER_CREATE) {
            return new StageResult.Denied("There is no user to change in this flow.");
        }
        if (user.isPresent() && !isProved(context, user.get())) {
            return new StageResult.Denied("No step of this flow has proved who you are, so nothing can be changed.");
        }
        List<String> powers = UserData.powers(context.facts());
        if (!powers.isEmpty()) {
            return new StageResult.Denied("A prompt of this flow asks for what only administrators may say: "
                    + String.join(", ", powers) + ". An administrator can take it out.");
        }
        return write(context, user);
    }

    /** Naming a user is not enough to change one: a step must have seen a proof, or the user is signed in. */
    private static boolean isProved(StageContext context, User user) {
        return !context.facts().texts(FactNames.METHODS).isEmpty()
                || context.session()
                        .filter(session -> session.user().equals(user.id()))
                        .isPresent();
    }

    private StageResult write(StageContext context, Optional<User> user) {
        JsonObject corrections = corrections(context);
        UserData data = UserData.of(context.facts(), corrections);
        Optional<String> username =
                user.isPresent() ? data.username() : data.username().or(data::email);
        Map<String, FieldError> errors = checks.check(username, data.email(), user.map(User::id));
        if (user.isEmpty() && username.isEmpty()) {
            return ask(
                    Map.of(UserChecks.USERNAME, new FieldError("This field may not be blank.", "required")),
                    corrections,
                    context);
        }
        if (!errors.isEmpty()) {
            return ask(errors, corrections, context);
        }
        return user.map(known -> update(known, data)).orElseGet(() -> create(context, username.orElseThrow(), data));
    }

    /** Returns the names that were typed here instead of those that could not be had. */
    private static JsonObject corrections(StageContext context) {
        JsonObject corrections = context.state();
        for (String asked : context.state().texts("asked")) {
            corrections = corrections.with(asked, context.answers().flatMap(answers -> answers.text(asked)));
        }
        return corrections.without("asked");
    }

    private static StageResult ask(Map<String, FieldError> errors, JsonObject corrections, StageContext context) {
        Challenge challenge = new Challenge(
                Challenge.PROMPT,
                JsonObject.empty(),
                errors.keySet().stream().map(UserWriteStage::field).toList());
        JsonObject state = corrections;
        for (Map.Entry<String, FieldError> error : errors.entrySet()) {
            challenge = challenge.withError(error.getKey(), error.getValue());
            state = state.without(error.getKey());
        }
        state = state.with("asked", List.copyOf(errors.keySet()));
        boolean refused = context.answers().isPresent() && context.state().has("asked");
        return new StageResult.Ask(challenge, state, refused, List.of());
    }

    private static Field field(String name) {
        return name.equals(UserChecks.EMAIL)
                ? Field.required(name, "Email", FieldType.EMAIL)
                : Field.required(name, "Username", FieldType.USERNAME);
    }

    private static StageResult create(StageContext context, String username, UserData data) {
        UserWriteSettings settings = context.settings(UserWriteSettings.class);
        Effect creation = new Effect.CreateUser(
                username,
                data.name().orElse(""),
                data.email().orElse(""),
                settings.userType(),
                !settings.createUsersAsInactive(),
                settings.userPathTemplate(),
                data.attributes(),
                data.password(),
                settings.createUsersGroup().stream().toList());
        // Whoever chose the password of a user that did not exist has proved to be that user.
        List<String> methods = data.password().isPresent() ? List.of("pwd") : List.of();
        JsonObject facts = usedUp().with(FactNames.METHODS, methods).with(FactNames.PENDING_USER_IDENTIFIER, username);
        return new StageResult.Done(facts, List.of(creation, written(username, true)));
    }

    private static StageResult update(User user, UserData data) {
        if (data.isEmpty()) {
            return new StageResult.Done(JsonObject.empty());
        }
        Effect change =
                new Effect.UpdateUser(data.username(), data.name(), data.email(), data.attributes(), data.password());
        return new StageResult.Done(
                usedUp(), List.of(change, written(data.username().orElse(user.username()), false)));
    }

    private static JsonObject usedUp() {
        return JsonObject.of(FactNames.SECRET_DATA, JsonObject.empty());
    }

    private static Effect written(String username, boolean created) {
        return new Effect.Audit(
                "user_write", JsonObject.of("username", username).with("created", created));
    }
}
