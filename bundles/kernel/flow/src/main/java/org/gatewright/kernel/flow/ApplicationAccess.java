package org.gatewright.kernel.flow;

import java.util.List;
import java.util.Optional;
import org.gatewright.port.configuration.ApplicationFields;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.policy.Decision;
import org.gatewright.port.policy.PolicyEngine;
import org.gatewright.port.policy.PolicyQuestion;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.protocol.Access;
import org.gatewright.spi.protocol.Provider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Decides who may use an application. */
@Component(service = ApplicationAccess.class)
public final class ApplicationAccess {

    private final PolicyEngine policies;
    private final Refusals refusals;

    /** Asks the policies. */
    @Activate
    public ApplicationAccess(@Reference PolicyEngine policies, @Reference Refusals refusals) {
        this.policies = policies;
        this.refusals = refusals;
    }

    Access decide(Turn turn, Provider<?> provider, Optional<User> user) {
        if (user.isPresent() && !user.get().active()) {
            return Refusals.plain("Your account is not active.");
        }
        Optional<Entry<ApplicationFields>> application =
                provider.application().flatMap(turn.configuration()::application);
        if (application.isEmpty()) {
            return Refusals.plain("No application uses the provider " + provider.name() + ".");
        }
        ApplicationFields fields = application.get().value();
        PolicyQuestion question =
                new PolicyQuestion(user, Optional.of(fields.slug()), Optional.of(turn.client()), JsonObject.empty());
        Decision decision =
                policies.decide(turn.configuration(), application.get().id(), fields.policyEngineMode(), question);
        return decision.passes()
                ? new Access(true, List.of(), Optional.empty())
                : refusals.refuse(turn, "application", fields.slug(), user, decision);
    }
}
