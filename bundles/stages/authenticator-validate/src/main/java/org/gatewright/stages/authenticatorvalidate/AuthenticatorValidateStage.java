package org.gatewright.stages.authenticatorvalidate;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.gatewright.spi.authenticator.Attempt;
import org.gatewright.spi.authenticator.Authenticators;
import org.gatewright.spi.authenticator.OwnDevice;
import org.gatewright.spi.authenticator.Prompt;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.PluginType;
import org.gatewright.spi.session.Session;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.FactNames;
import org.gatewright.spi.stage.FieldError;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageContext;
import org.gatewright.spi.stage.StageResult;
import org.osgi.service.component.annotations.Component;

/**
 * Asks the flow's user for a second factor, of whatever method. A user who has one that counts here never passes without proving it: not when its method is not
 * installed, and not by setting up another one.
 */
@Component(service = Stage.class)
@PluginType(
        name = "authenticator_validate",
        title = "Second factor",
        description = "Asks for a second factor, or lets users set one up who have none.",
        settings = AuthenticatorValidateSettings.class)
public final class AuthenticatorValidateStage implements Stage {

    private static final String MFA = "mfa";
    private static final String WAITING = "configuring";
    private static final FieldError NOT_HERE = new FieldError("This second factor cannot be used here.", "invalid");
    private static final StageResult.Denied NOBODY = new StageResult.Denied("Nobody has been identified in this flow.");
    private static final StageResult.Denied NEEDED =
            new StageResult.Denied("You need a second factor to go on, and have none that counts here.");
    private static final StageResult.Denied NOT_SET_UP =
            new StageResult.Denied("No second factor has been set up that counts here.");

    @Override
    public StageResult handle(StageContext context) {
        if (context.user().isEmpty()) {
            return NOBODY;
        }
        AuthenticatorValidateSettings settings = context.settings(AuthenticatorValidateSettings.class);
        List<OwnDevice> counting = context.authenticators().devices().stream()
                .filter(device -> settings.takes(device.type()))
                .toList();
        if (counting.isEmpty()) {
            return withoutDevice(context, settings);
        }
        if (isJustAdded(context, counting)) {
            return new StageResult.Done(JsonObject.empty());
        }
        return proved(context, settings).orElseGet(() -> ask(context, usable(counting)));
    }

    private static StageResult withoutDevice(StageContext context, AuthenticatorValidateSettings settings) {
        return switch (settings.notConfiguredAction()) {
            case SKIP -> new StageResult.Done(JsonObject.empty());
            case DENY -> NEEDED;
            case CONFIGURE -> configure(context, settings);
        };
    }

    /** Once: steps that have set nothing up would be asked without an end. */
    private static StageResult configure(StageContext context, AuthenticatorValidateSettings settings) {
        if (settings.configurationStages().isEmpty()) {
            return NEEDED;
        }
        return context.state().bool(WAITING).orElse(false)
                ? NOT_SET_UP
                : new StageResult.Insert(settings.configurationStages(), JsonObject.of(WAITING, true));
    }

    private static boolean isJustAdded(StageContext context, List<OwnDevice> counting) {
        Optional<String> added = context.facts().text(FactNames.ADDED_DEVICE);
        return counting.stream()
                .anyMatch(device -> added.equals(Optional.of(device.id().toString())));
    }

    /** A second factor that was proved a moment ago in the session of the same user. */
    private static Optional<StageResult> proved(StageContext context, AuthenticatorValidateSettings settings) {
        return ownSession(context)
                .filter(session -> session.methods().contains(MFA))
                .filter(session ->
                        session.authTime().plus(settings.lastAuthThreshold()).isAfter(context.now()))
                .map(Session::methods)
                .map(methods -> done(context, methods));
    }

    private static Optional<Session> ownSession(StageContext context) {
        Optional<UUID> user = context.user().map(User::id);
        return context.session().filter(session -> Optional.of(session.user()).equals(user));
    }

    private static List<OwnDevice> usable(List<OwnDevice> counting) {
        List<OwnDevice> usable = counting.stream().filter(OwnDevice::available).toList();
        if (usable.isEmpty()) {
            throw new GatewrightException(
                    ValidateError.UNAVAILABLE,
                    "Your second factors cannot be checked: what checks them is not installed.");
        }
        return usable;
    }

    private static StageResult ask(StageContext context, List<OwnDevice> usable) {
        Choice choice = Choice.of(usable, context.state());
        return context.answers()
                .map(answers -> choice.chosen(answers)
                        .map(chosen ->
                                Choice.isAll(answers) ? show(context, chosen) : attempt(context, chosen, answers))
                        .orElseGet(() -> refuse(context, choice, Challenge.NON_FIELD_ERRORS, NOT_HERE)))
                .orElseGet(() -> show(context, choice));
    }

    private static StageResult attempt(StageContext context, Choice choice, JsonObject answers) {
        Authenticators authenticators = context.authenticators();
        Attempt attempt = authenticators.prove(choice.device().id(), answers.without(Choice.SELECTED), choice.state());
        if (attempt instanceof Attempt.Proved proved) {
            return done(context, proved.methods());
        }
        Attempt.Failed failed = (Attempt.Failed) attempt;
        return refuse(context, choice.keeping(failed.state()), failed.field(), failed.error());
    }

    private static StageResult done(StageContext context, List<String> proved) {
        List<String> before = context.facts().texts(FactNames.METHODS);
        // RFC 8176: mfa is more than one factor; the others were proved in this flow, or when the session began
        boolean alone = before.isEmpty() && ownSession(context).isEmpty();
        Stream<String> several = alone ? Stream.of() : Stream.of(MFA);
        List<String> methods = Stream.of(before.stream(), proved.stream(), several)
                .flatMap(each -> each)
                .distinct()
                .toList();
        return new StageResult.Done(JsonObject.of(FactNames.METHODS, methods));
    }

    private static StageResult.Ask show(StageContext context, Choice choice) {
        Prompt prompt = context.authenticators().challenge(choice.device().id(), choice.state());
        return new StageResult.Ask(
                ValidatePage.of(choice, prompt), choice.keeping(prompt.state()).text(), false, List.of());
    }

    private static StageResult refuse(StageContext context, Choice choice, String field, FieldError error) {
        StageResult.Ask shown = show(context, choice);
        Effect failed = new Effect.Audit(
                "login_failed",
                JsonObject.of("username", context.user().map(User::username).orElse(""))
                        .with("stage", "authenticator_validate")
                        .with("device_class", choice.device().type())
                        .with("reason", error.code()));
        return new StageResult.Ask(shown.challenge().withError(field, error), shown.state(), true, List.of(failed));
    }
}
