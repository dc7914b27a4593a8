package org.gatewright.stages.identification;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.plugin.PluginType;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.FactNames;
import org.gatewright.spi.stage.FieldError;
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

    static final String UID_FIELD = "uid_field";

    private static final String INVALID = "invalid";

    private final Directory directory;

    @Activate
    public IdentificationStage(@Reference Directory directory) {
        this.directory = directory;
    }

    @Override
    public StageResult handle(StageContext context) {
        return context.answers()
                .map(answers -> answered(context, answers))
                .orElseGet(() -> asked(context, IdentificationPage.ask(context)));
    }

    private StageResult answered(StageContext context, JsonObject answers) {
        if (answers.has(UID_FIELD) && answers.text(UID_FIELD).isEmpty()) {
            return refuse(context, UID_FIELD, new FieldError("Enter text here.", INVALID));
        }
        String identifier = answers.text(UID_FIELD).orElse("").strip();
        if (identifier.isEmpty()) {
            return refuse(context, UID_FIELD, new FieldError("This field may not be blank.", "required"));
        }
        if (identifier.length() > MAX_LENGTH || identifier.chars().anyMatch(Character::isISOControl)) {
            return refuse(context, UID_FIELD, new FieldError("This is not a user name.", INVALID));
        }
        return identified(context, identifier);
    }

    private StageResult identified(StageContext context, String identifier) {
        IdentificationSettings settings = context.settings(IdentificationSettings.class);
        Optional<User> user = directory
                .find(identifier, Set.copyOf(settings.userFields()), settings.caseInsensitiveMatching())
                .filter(User::active);
        String shown = user.filter(found -> settings.showMatchedUser() && !settings.pretendUserExists())
                .map(User::username)
                .orElse(identifier);
        JsonObject facts = facts(context, user, shown);
        if (settings.passwordStage().isPresent()) {
            // An unknown user has to cost what a wrong password does, so the password is asked for in any case.
            return new StageResult.Host(settings.passwordStage().get(), IdentificationPage.ask(context), facts, true);
        }
        return user.isPresent() || settings.pretendUserExists()
                ? new StageResult.Done(facts)
                : refuse(context, Challenge.NON_FIELD_ERRORS, new FieldError("Failed to authenticate.", INVALID));
    }

    private static JsonObject facts(StageContext context, Optional<User> user, String shown) {
        return forgotten(context)
                .with(FactNames.PENDING_USER_IDENTIFIER, shown)
                .with(FactNames.PENDING_USER, user.map(User::id));
    }

    /** What an earlier visitor of this flow was, or proved, must not be taken for what this one is. */
    private static JsonObject forgotten(StageContext context) {
        JsonObject facts = JsonObject.empty();
        if (context.facts().has(FactNames.PENDING_USER)) {
            facts = facts.with(FactNames.PENDING_USER, "");
        }
        return context.facts().has(FactNames.METHODS) ? facts.with(FactNames.METHODS, List.of()) : facts;
    }

    private static StageResult refuse(StageContext context, String field, FieldError error) {
        return asked(context, IdentificationPage.refuse(context, field, error));
    }

    /** The page alone, or with what the stage asks that wants the password. */
    private static StageResult asked(StageContext context, StageResult.Ask page) {
        return context.settings(IdentificationSettings.class)
                .passwordStage()
                .<StageResult>map(stage -> new StageResult.Host(stage, page, forgotten(context), false))
                .orElse(page);
    }
}
