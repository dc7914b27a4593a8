package org.gatewright.kernel.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatewright.port.plugins.DeclaredPermissions;
import org.gatewright.port.plugins.Permission;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.stage.StageResult;

/** What a stage must declare so that its effects are carried out. It is asked within its call, so that a refusal counts as an error of the plug-in. */
final class EffectPermissions {

    private static final Map<Class<? extends Effect>, String> NEEDED = Map.of(
            Effect.StartSession.class, Permission.SESSIONS,
            Effect.EndSession.class, Permission.SESSIONS,
            Effect.RememberConsent.class, Permission.CONSENTS,
            Effect.PutDocument.class, Permission.DOCUMENTS,
            Effect.DeleteDocument.class, Permission.DOCUMENTS);

    private EffectPermissions() {}

    /** Returns the result if all of its effects are declared. */
    static StageResult checked(StageResult result, DeclaredPermissions declared) {
        check(effects(result), declared);
        return result;
    }

    /** Refuses effects that are not declared. */
    static void check(List<Effect> effects, DeclaredPermissions declared) {
        effects.forEach(effect -> check(effect, declared));
    }

    private static void check(Effect effect, DeclaredPermissions declared) {
        String needed = NEEDED.get(effect.getClass());
        if (needed != null && !declared.has(needed)) {
            throw declared.withheld(needed);
        }
        if (effect instanceof Effect.CreateUser && !declared.hasAll(Permission.USER_FIELDS)) {
            throw declared.withheld(Permission.USER_FIELDS);
        }
        if (effect instanceof Effect.UpdateUser update) {
            fields(update)
                    .filter(field -> !declared.has(Permission.USER_FIELDS, field))
                    .findFirst()
                    .ifPresent(field -> {
                        throw declared.withheld(Permission.USER_FIELDS + ";names=" + field);
                    });
        }
    }

    /** Returns the names of the fields that it changes. */
    private static Stream<String> fields(Effect.UpdateUser update) {
        return Stream.of(
                        update.username().map(given -> "username"),
                        update.name().map(given -> "name"),
                        update.email().map(given -> "email"),
                        update.password().map(given -> "password"),
                        update.attributes().isEmpty() ? Optional.<String>empty() : Optional.of("attributes"))
                .flatMap(Optional::stream);
    }

    private static List<Effect> effects(StageResult result) {
        if (result instanceof StageResult.Done done) {
            return done.effects();
        }
        if (result instanceof StageResult.Ask ask) {
            return ask.effects();
        }
        if (result instanceof StageResult.Host host) {
            return host.page().effects();
        }
        return result instanceof StageResult.Denied denied ? denied.effects() : List.of();
    }
}
