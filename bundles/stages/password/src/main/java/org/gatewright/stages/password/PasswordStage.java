package org.gatewright.stages.password;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatewright.spi.credential.CredentialVerifier;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretText;
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

/**
 * Asks for the password of the user that an earlier step identified, unless this flow has seen it already. A user who does not exist has a password that is
 * always wrong.
 */
@Component(service = Stage.class)
@PluginType(
        name = "password",
        title = "Password",
        description = "Asks for the password and checks it.",
        settings = PasswordSettings.class)
public final class PasswordStage implements Stage {

    private static final String COMPONENT = "ak-stage-password";
    private static final String PASSWORD = "password";
    private static final String METHOD = "pwd";
    private static final String BACKEND = "user_backend";
    private static final Field FIELD = Field.required(PASSWORD, "Password", FieldType.PASSWORD);
    private static final FieldError REQUIRED = new FieldError("This field may not be blank.", "required");
    private static final FieldError INVALID = new FieldError("Invalid password", "invalid");
    private static final StageResult.Denied EXHAUSTED =
            new StageResult.Denied("Too many failed attempts. Start again to try once more.");

    private final CredentialVerifier verifier;

    @Activate
    public PasswordStage(@Reference CredentialVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public StageResult handle(StageContext context) {
        if (isProved(context)) {
            return new StageResult.Done(JsonObject.empty());
        }
        if (isLast(context, 0)) {
            return EXHAUSTED;
        }
        return context.answers()
                .map(answers -> answers.text(PASSWORD)
                        .filter(password -> !password.isEmpty())
                        .map(password -> check(context, SecretText.of(password)))
                        .orElseGet(() -> refuse(context, REQUIRED, List.of())))
                .orElseGet(() -> new StageResult.Ask(challenge(context)));
    }

    /** Somebody who has just proved a password that this stage would accept is not asked for it once more. */
    private static boolean isProved(StageContext context) {
        return context.facts().texts(FactNames.METHODS).contains(METHOD)
                && context.facts()
                        .text(BACKEND)
                        .filter(context.settings(PasswordSettings.class).backends()::contains)
                        .isPresent();
    }

    private StageResult check(StageContext context, SecretText password) {
        List<String> backends = context.settings(PasswordSettings.class).backends();
        return verifier.verify(user(context), password, backends)
                .map(backend -> done(context, backend))
                .orElseGet(() -> refuse(context, INVALID, List.of(failed(context))));
    }

    /** Returns nobody if somebody was named who does not exist, even if the browser is signed in as somebody else. */
    private static Optional<User> user(StageContext context) {
        boolean pretended = context.facts().has(FactNames.PENDING_USER_IDENTIFIER)
                && context.facts().text(FactNames.PENDING_USER).orElse("").isEmpty();
        return pretended ? Optional.empty() : context.user();
    }

    private static StageResult done(StageContext context, String backend) {
        List<String> methods = Stream.concat(context.facts().texts(FactNames.METHODS).stream(), Stream.of(METHOD))
                .distinct()
                .toList();
        return new StageResult.Done(JsonObject.of(FactNames.METHODS, methods).with(BACKEND, backend));
    }

    private static StageResult refuse(StageContext context, FieldError error, List<Effect> effects) {
        return isLast(context, 1)
                ? new StageResult.Denied(EXHAUSTED.message(), effects)
                : new StageResult.Ask(challenge(context).withError(PASSWORD, error), JsonObject.empty(), true, effects);
    }

    private static boolean isLast(StageContext context, int further) {
        return context.failures() + further
                >= context.settings(PasswordSettings.class).failedAttemptsBeforeCancel();
    }

    private static Effect failed(StageContext context) {
        String name = context.facts()
                .text(FactNames.PENDING_USER_IDENTIFIER)
                .or(() -> context.user().map(User::username))
                .orElse("");
        return new Effect.Audit("login_failed", JsonObject.of("username", name).with("stage", "password"));
    }

    private static Challenge challenge(StageContext context) {
        boolean show = context.settings(PasswordSettings.class).allowShowPassword();
        return new Challenge(COMPONENT, JsonObject.of("allow_show_password", show), List.of(FIELD));
    }
}
