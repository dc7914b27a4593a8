package org.gatewright.stages.authenticatorsetup;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.gatewright.spi.authenticator.Addition;
import org.gatewright.spi.authenticator.OwnDevice;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.plugin.PluginType;
import org.gatewright.spi.session.Session;
import org.gatewright.spi.stage.FactNames;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageContext;
import org.gatewright.spi.stage.StageResult;
import org.osgi.service.component.annotations.Component;

/**
 * Lets the flow's user add a device of one method. Only to themselves: who they are must have been proved, and who has a second factor already must have proved that
 * too, or a stolen password would be enough to add one.
 */
@Component(service = Stage.class)
@PluginType(
        name = "authenticator_setup",
        title = "Second factor: set-up",
        description = "Adds a second factor to the user.",
        settings = AuthenticatorSetupSettings.class)
public final class AuthenticatorSetupStage implements Stage {

    private static final String MFA = "mfa";
    private static final String KEPT = "kept";
    private static final StageResult.Denied NOT_PROVED =
            new StageResult.Denied("You have to prove who you are before you can set up a second factor.");
    private static final StageResult.Denied USE_OTHER = new StageResult.Denied(
            "You have a second factor already, and have to use it before you can add another one.");

    @Override
    public StageResult handle(StageContext context) {
        if (context.user().isEmpty() || !isProved(context)) {
            return NOT_PROVED;
        }
        if (!mayAdd(context)) {
            return USE_OTHER;
        }
        AuthenticatorSetupSettings settings = context.settings(AuthenticatorSetupSettings.class);
        Addition addition = context.authenticators()
                .add(
                        settings.method(),
                        context.answers(),
                        context.state().object(KEPT).orElse(JsonObject.empty()));
        return addition instanceof Addition.Asks asks ? ask(asks) : added(context, (Addition.Added) addition);
    }

    private static StageResult ask(Addition.Asks asks) {
        JsonObject state = asks.state().isEmpty() ? asks.state() : JsonObject.of(KEPT, asks.state());
        return new StageResult.Ask(asks.challenge(), state, asks.refused(), List.of());
    }

    private static StageResult added(StageContext context, Addition.Added added) {
        List<String> before = context.facts().texts(FactNames.METHODS);
        boolean second = !before.isEmpty() && !added.methods().isEmpty();
        List<String> methods = Stream.of(
                        before.stream(), added.methods().stream(), second ? Stream.of(MFA) : Stream.<String>empty())
                .flatMap(each -> each)
                .distinct()
                .toList();
        return new StageResult.Done(
                JsonObject.of(FactNames.ADDED_DEVICE, added.device()).with(FactNames.METHODS, methods));
    }

    private static boolean isProved(StageContext context) {
        return !context.facts().texts(FactNames.METHODS).isEmpty()
                || ownSession(context).isPresent();
    }

    private static Optional<Session> ownSession(StageContext context) {
        Optional<UUID> user = context.user().map(User::id);
        return context.session().filter(session -> Optional.of(session.user()).equals(user));
    }

    private static boolean mayAdd(StageContext context) {
        List<OwnDevice> devices = context.authenticators().devices();
        Optional<String> added = context.facts().text(FactNames.ADDED_DEVICE);
        return devices.isEmpty()
                || context.facts().texts(FactNames.METHODS).contains(MFA)
                || ownSession(context)
                        .filter(session -> session.methods().contains(MFA))
                        .isPresent()
                || devices.stream()
                        .anyMatch(device -> added.equals(Optional.of(device.id().toString())));
    }
}
