package org.gatewright.stages.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.plugin.PluginType;
import org.gatewright.spi.session.Consents;
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

/** Asks the user whether an application may have what it asks for, unless the user has agreed to all of it before. */
@Component(service = Stage.class)
@PluginType(
        name = "consent",
        title = "Consent",
        description = "Asks whether an application may have what it asks for.",
        settings = ConsentSettings.class)
public final class ConsentStage implements Stage {

    private static final String COMPONENT = "ak-stage-consent";
    private static final String TOKEN = "token";
    private static final String DECLINE = "decline";
    private static final FieldError WRONG_TOKEN =
            new FieldError("This page is out of date. Look at it again and decide once more.", "invalid");

    private final SecureRandom random = new SecureRandom();
    private final Consents consents;

    @Activate
    public ConsentStage(@Reference Consents consents) {
        this.consents = consents;
    }

    @Override
    public StageResult handle(StageContext context) {
        if (context.user().isEmpty()) {
            return new StageResult.Denied("Sign in first: only a user can agree to this.");
        }
        Optional<Set<String>> remembered = remembered(context);
        Permissions permissions =
                Permissions.of(context.facts().objects(FactNames.CONSENT_PERMISSIONS), remembered.orElseGet(Set::of));
        boolean mustAsk = context.facts().bool(FactNames.CONSENT_REQUIRED).orElse(false);
        if (remembered.isPresent() && permissions.additional().isEmpty() && !mustAsk) {
            return new StageResult.Done(JsonObject.empty());
        }
        return context.answers()
                .map(answers -> answered(context, permissions, answers))
                .orElseGet(() -> ask(challenge(context, permissions), token(context), false));
    }

    private Optional<Set<String>> remembered(StageContext context) {
        if (settings(context).mode() == ConsentMode.ALWAYS_REQUIRE) {
            return Optional.empty();
        }
        return context.user()
                .map(User::id)
                .flatMap(user -> context.flow().application().flatMap(slug -> consents.find(user, slug)));
    }

    private StageResult answered(StageContext context, Permissions permissions, JsonObject answers) {
        if (!isTokenOfPage(context, answers)) {
            Challenge refused = challenge(context, permissions).withError(Challenge.NON_FIELD_ERRORS, WRONG_TOKEN);
            return ask(refused, token(context), true);
        }
        if (answers.bool(DECLINE).orElse(false)) {
            return new StageResult.Denied("You declined to give " + application(context) + " access.");
        }
        return new StageResult.Done(JsonObject.of(FactNames.CONSENT_GIVEN, true), remember(context, permissions));
    }

    private static boolean isTokenOfPage(StageContext context, JsonObject answers) {
        byte[] expected = context.state().text(TOKEN).orElse("").getBytes(StandardCharsets.UTF_8);
        byte[] given = answers.text(TOKEN).orElse("").getBytes(StandardCharsets.UTF_8);
        return expected.length > 0 && MessageDigest.isEqual(expected, given);
    }

    private static List<Effect> remember(StageContext context, Permissions permissions) {
        ConsentSettings settings = settings(context);
        if (settings.mode() == ConsentMode.ALWAYS_REQUIRE) {
            return List.of();
        }
        return context.flow().application().stream()
                .<Effect>map(slug -> new Effect.RememberConsent(slug, permissions.scopes(), settings.lifetime()))
                .toList();
    }

    private static StageResult ask(Challenge challenge, String token, boolean refused) {
        Challenge page = new Challenge(
                challenge.component(), challenge.data().with(TOKEN, token), fields(token), challenge.errors());
        return new StageResult.Ask(page, JsonObject.of(TOKEN, token), refused, List.of());
    }

    private static Challenge challenge(StageContext context, Permissions permissions) {
        String header = context.facts()
                .text(FactNames.CONSENT_HEADER)
                .orElseGet(() -> "You're about to sign into " + application(context) + ".");
        JsonObject data = JsonObject.of("header_text", header)
                .with("permissions", permissions.known().isEmpty() ? permissions.additional() : permissions.known())
                .with("additional_permissions", permissions.known().isEmpty() ? List.of() : permissions.additional());
        return new Challenge(COMPONENT, data, List.of());
    }

    private static List<Field> fields(String token) {
        return List.of(
                new Field(TOKEN, "", FieldType.HIDDEN, true, "", token, "", List.of()),
                new Field(DECLINE, "Decline", FieldType.CHECKBOX, false, "", "", "", List.of()));
    }

    private String token(StageContext context) {
        return context.state().text(TOKEN).orElseGet(() -> {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        });
    }

    private static String application(StageContext context) {
        String name = context.flow().applicationName();
        return name.isEmpty() ? context.flow().application().orElse("the application") : name;
    }

    private static ConsentSettings settings(StageContext context) {
        return context.settings(ConsentSettings.class);
    }
}
