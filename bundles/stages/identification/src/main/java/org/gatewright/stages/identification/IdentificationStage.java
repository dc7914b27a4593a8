package org.gatewright.stages.identification;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserField;
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

/** Asks who the visitor is. Unless it is told not to, it answers the same for users who exist and users who do not. */
@Component(service = Stage.class)
@PluginType(
        name = "identification",
        title = "Identification",
        description = "Asks for a user name or an e-mail address.",
        settings = IdentificationSettings.class)
public final class IdentificationStage implements Stage {

    /** Longer than the longest e-mail address. */
    static final int MAX_LENGTH = 320;

    private static final String COMPONENT = "ak-stage-identification";
    private static final String UID_FIELD = "uid_field";

    private final Directory directory;

    @Activate
    public IdentificationStage(@Reference Directory directory) {
        this.directory = directory;
    }

    @Override
    public StageResult handle(StageContext context) {
        return context.answers().map(answers -> answered(context, answers)).orElseGet(() -> ask(context));
    }

    private StageResult answered(StageContext context, JsonObject answers) {
        if (answers.has(UID_FIELD) && answers.text(UID_FIELD).isEmpty()) {
            return refuse(context, UID_FIELD, new FieldError("Enter text here.", "invalid"));
        }
        String identifier = answers.text(UID_FIELD).orElse("").strip();
        if (identifier.isEmpty()) {
            return refuse(context, UID_FIELD, new FieldError("This field may not be blank.", "required"));
        }
        if (identifier.length() > MAX_LENGTH || identifier.chars().anyMatch(Character::isISOControl)) {
            return refuse(context, UID_FIELD, new FieldError("This is not a user name.", "invalid"));
        }
        return identified(context, identifier);
    }

    private StageResult identified(StageContext context, String identifier) {
        IdentificationSettings settings = context.settings(IdentificationSettings.class);
        Optional<User> user = directory
                .find(identifier, Set.copyOf(settings.userFields()), settings.caseInsensitiveMatching())
                .filter(User::active);
        if (settings.pretendUserExists()) {
            return done(context, user, identifier);
        }
        return user.map(found -> done(context, user, settings.showMatchedUser() ? found.username() : identifier))
                .orElseGet(() -> refuse(
                        context, Challenge.NON_FIELD_ERRORS, new FieldError("Failed to authenticate.", "invalid")));
    }

    private static StageResult done(StageContext context, Optional<User> user, String shown) {
        JsonObject facts = JsonObject.of(FactNames.PENDING_USER_IDENTIFIER, shown)
                .with(FactNames.PENDING_USER, user.map(User::id));
        // What an earlier visitor of this flow was, or proved, must not be taken for what this one is.
        if (user.isEmpty() && context.facts().has(FactNames.PENDING_USER)) {
            facts = facts.with(FactNames.PENDING_USER, "");
        }
        if (context.facts().has(FactNames.METHODS)) {
            facts = facts.with(FactNames.METHODS, List.of());
        }
        return new StageResult.Done(facts);
    }

    private static StageResult ask(StageContext context) {
        return new StageResult.Ask(challenge(context));
    }

    private static StageResult refuse(StageContext context, String field, FieldError error) {
        return new StageResult.Ask(challenge(context).withError(field, error), JsonObject.empty(), true, List.of());
    }

    private static Challenge challenge(StageContext context) {
        IdentificationSettings settings = context.settings(IdentificationSettings.class);
        boolean signsIn = context.flow().designation().equals("authentication");
        JsonObject data = JsonObject.of(
                        "user_fields",
                        settings.userFields().stream()
                                .map(field -> field.name().toLowerCase(Locale.ROOT))
                                .toList())
                .with("password_fields", false)
                .with("flow_designation", context.flow().designation())
                .with("primary_action", signsIn ? "Log in" : "Continue")
                .with("enable_remember_me", settings.enableRememberMe())
                .with("sources", List.of())
                .with("show_source_labels", false);
        if (!context.flow().applicationName().isEmpty()) {
            data = data.with("application_pre", context.flow().applicationName());
        }
        return new Challenge(COMPONENT, data, List.of(Field.required(UID_FIELD, label(settings), FieldType.TEXT)));
    }

    private static String label(IdentificationSettings settings) {
        String names = settings.userFields().stream()
                .distinct()
                .map(IdentificationStage::label)
                .collect(Collectors.joining(" or "));
        return names.isEmpty() ? "User" : names;
    }

    private static String label(UserField field) {
        return switch (field) {
            case USERNAME -> "Username";
            case EMAIL -> "Email";
            case UPN -> "UPN";
        };
    }
}
