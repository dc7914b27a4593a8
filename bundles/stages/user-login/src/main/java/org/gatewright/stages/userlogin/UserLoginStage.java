package org.gatewright.stages.userlogin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatewright.spi.data.JsonObject;
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
import org.osgi.service.component.annotations.Component;

/** Signs the flow's user in, provided that an earlier step saw a proof of who they are. */
@Component(service = Stage.class)
@PluginType(
        name = "user_login",
        title = "User login",
        description = "Starts a session for the user.",
        settings = UserLoginSettings.class)
public final class UserLoginStage implements Stage {

    /** How long the server keeps a session that lasts as long as the browser is open. */
    static final Duration BROWSER_SESSION = Duration.ofHours(24);

    private static final String COMPONENT = "ak-stage-user-login";
    private static final String REMEMBER_ME = "remember_me";
    private static final Challenge CHALLENGE = new Challenge(
            COMPONENT,
            JsonObject.empty(),
            List.of(new Field(REMEMBER_ME, "Stay signed in", FieldType.CHECKBOX, false, "", "", "", List.of())));
    private static final FieldError NOT_BOOLEAN = new FieldError("Must be true or false.", "invalid");

    @Override
    public StageResult handle(StageContext context) {
        if (context.user().isEmpty()) {
            return new StageResult.Denied("Nobody has been identified in this flow, so nobody can be signed in.");
        }
        if (!context.user().map(User::active).orElse(false)) {
            return new StageResult.Denied("This account is not active. Ask your administrator.");
        }
        if (methods(context).isEmpty()) {
            return new StageResult.Denied("No step of this flow has proved who you are, so you cannot be signed in.");
        }
        UserLoginSettings settings = context.settings(UserLoginSettings.class);
        return settings.rememberMeOffset().isZero() ? login(context, false) : askToRemember(context);
    }

    private static StageResult askToRemember(StageContext context) {
        Optional<JsonObject> answers = context.answers();
        if (answers.isEmpty()) {
            return new StageResult.Ask(CHALLENGE);
        }
        Object remember = answers.get().get(REMEMBER_ME).orElse(false);
        if (remember instanceof Boolean wished) {
            return login(context, wished);
        }
        return new StageResult.Ask(CHALLENGE.withError(REMEMBER_ME, NOT_BOOLEAN), JsonObject.empty(), true, List.of());
    }

    private static StageResult login(StageContext context, boolean remember) {
        List<String> methods = methods(context);
        return new StageResult.Done(
                JsonObject.empty(),
                List.of(
                        session(context.settings(UserLoginSettings.class), remember),
                        new Effect.Audit("login", JsonObject.of("methods", methods))));
    }

    private static Effect session(UserLoginSettings settings, boolean remember) {
        Duration offset = remember ? settings.rememberMeOffset() : Duration.ZERO;
        Duration wished = settings.sessionDuration().plus(offset);
        boolean persistent = !wished.isZero() && !wished.isNegative();
        return new Effect.StartSession(
                persistent ? wished : BROWSER_SESSION, persistent, settings.terminateOtherSessions());
    }

    private static List<String> methods(StageContext context) {
        return context.facts().texts(FactNames.METHODS);
    }
}
