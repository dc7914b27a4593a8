package org.gatewright.stages.identification;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.UserField;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.Field;
import org.gatewright.spi.stage.FieldError;
import org.gatewright.spi.stage.FieldType;
import org.gatewright.spi.stage.StageContext;
import org.gatewright.spi.stage.StageResult;

/** Makes the page that asks who the visitor is. */
final class IdentificationPage {

    private static final String COMPONENT = "ak-stage-identification";

    private IdentificationPage() {}

    static StageResult.Ask ask(StageContext context) {
        return new StageResult.Ask(challenge(context));
    }

    static StageResult.Ask refuse(StageContext context, String field, FieldError error) {
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
                .with("password_fields", settings.passwordStage().isPresent())
                .with("flow_designation", context.flow().designation())
                .with("primary_action", signsIn ? "Log in" : "Continue")
                .with("enable_remember_me", settings.enableRememberMe())
                .with("sources", List.of())
                .with("show_source_labels", false)
                .merge(links(context, settings));
        if (!context.flow().applicationName().isEmpty()) {
            data = data.with("application_pre", context.flow().applicationName());
        }
        Field who = Field.required(IdentificationStage.UID_FIELD, label(settings), FieldType.TEXT);
        return new Challenge(COMPONENT, data, List.of(who));
    }

    private static JsonObject links(StageContext context, IdentificationSettings settings) {
        return JsonObject.empty()
                .with("enroll_url", address(context, settings.enrollmentFlow()))
                .with("recovery_url", address(context, settings.recoveryFlow()))
                .with("passwordless_url", address(context, settings.passwordlessFlow()));
    }

    private static Optional<String> address(StageContext context, Optional<UUID> flow) {
        return flow.flatMap(context::address).map(Object::toString);
    }

    private static String label(IdentificationSettings settings) {
        String names = settings.userFields().stream()
                .distinct()
                .map(IdentificationPage::label)
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
