package com.example.termsofuse;

import java.util.List;
import java.util.Optional;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.plugin.PluginType;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.FactNames;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageContext;
import org.gatewright.spi.stage.StageResult;
import org.osgi.service.component.annotations.Component;

/** Asks the user to accept the terms of use, once for each version of them. */
// tag::stage[]
@Component(service = Stage.class)
@PluginType(
        name = "terms_of_use",
        title = "Terms of use",
        description = "Asks to accept the terms of use, once for each version.",
        settings = TermsSettings.class)
public final class TermsStage implements Stage {

    private static final String SHOWN = "shown";

    @Override
    public StageResult handle(StageContext context) {
        TermsSettings settings = context.settings(TermsSettings.class);
        Optional<User> user = context.user().filter(known -> isProved(context, known));
        if (user.isEmpty()) {
            return new StageResult.Denied("Terms of use are accepted by users who have proved who they are.");
        }
        Acceptance acceptance = Acceptance.of(settings, user.get().id());
        if (acceptance.isGiven(context.documents())) {
            return new StageResult.Done(acceptance.fact());
        }
        return context.answers()
                .map(answers -> answered(context, acceptance, answers))
                .orElseGet(() -> ask(TermsPage.of(settings), settings, false));
    }
    // end::stage[]

    /** Somebody who only typed a name must not accept anything for whoever has it. */
    private static boolean isProved(StageContext context, User user) {
        return !context.facts().texts(FactNames.METHODS).isEmpty()
                || context.session()
                        .filter(session -> session.user().equals(user.id()))
                        .isPresent();
    }

    // tag::answer[]
    private static StageResult answered(StageContext context, Acceptance acceptance, JsonObject answers) {
        TermsSettings settings = context.settings(TermsSettings.class);
        if (!context.state().text(SHOWN).equals(Optional.of(settings.version()))) {
            return ask(TermsPage.changed(settings), settings, true);
        }
        if (!answers.bool(TermsPage.ACCEPT).orElse(false)) {
            return ask(TermsPage.notAccepted(settings), settings, true);
        }
        return new StageResult.Done(acceptance.fact(), acceptance.given(context.now()));
    }

    private static StageResult ask(Challenge page, TermsSettings settings, boolean refused) {
        return new StageResult.Ask(page, JsonObject.of(SHOWN, settings.version()), refused, List.of());
    }
    // end::answer[]
}
