package org.gatewright.kernel.policy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.gatewright.kernel.policy.PolicyVote.Hearing;
import org.gatewright.port.configuration.ConfigurationSnapshot;
import org.gatewright.port.configuration.EngineMode;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.PolicyBindingFields;
import org.gatewright.port.directory.Group;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.plugins.PluginDocuments;
import org.gatewright.port.policy.Decision;
import org.gatewright.port.policy.PolicyEngine;
import org.gatewright.port.policy.PolicyQuestion;
import org.gatewright.port.store.GroupStore;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Decides by the bindings of a target: first the groups and users as one vote, which is cheap, then the policies in order, until the decision is clear.
 */
@Component(service = PolicyEngine.class)
public final class BoundPolicies implements PolicyEngine {

    private static final int THREADS = 64;
    private static final int SHARE = 16;
    private static final int SECONDS = 30;

    private final GroupStore groups;
    private final Clock clock;
    private final Voters voters;
    private final PolicyVote policies;

    /** Uses the clock of the system. */
    @Activate
    public BoundPolicies(
            @Reference PluginCatalogue catalogue,
            @Reference PluginDocuments documents,
            @Reference GroupStore groups,
            @Reference KnownAuthenticators authenticators) {
        this(groups, new Inquiry.Sources(catalogue, documents, authenticators), Clock.systemUTC());
    }

    /** Takes the time from the clock. */
    public BoundPolicies(PluginCatalogue catalogue, PluginDocuments documents, GroupStore groups, Clock clock) {
        this(groups, new Inquiry.Sources(catalogue, documents, new KnownAuthenticators()), clock);
    }

    private BoundPolicies(GroupStore groups, Inquiry.Sources sources, Clock clock) {
        this(groups, new Voters(THREADS, SHARE), voters -> new PolicyVote(sources, voters), clock);
    }

    BoundPolicies(GroupStore groups, Voters voters, Function<Voters, PolicyVote> policies, Clock clock) {
        this.groups = groups;
        this.clock = clock;
        this.voters = voters;
        this.policies = policies.apply(voters);
    }

    /** Ends the threads. */
    @Deactivate
    public void close() {
        voters.close();
    }

    @Override
    public Decision decide(ConfigurationSnapshot configuration, UUID target, EngineMode mode, PolicyQuestion question) {
        List<Entry<PolicyBindingFields>> bindings = configuration.policyBindings(target);
        if (bindings.isEmpty()) {
            return new Count(mode).decision();
        }
        List<Group> memberships = memberships(question);
        Count count = new Count(mode);
        MembershipVote.cast(bindings, question.user(), memberships).ifPresent(count::add);
        Hearing hearing = hearing(configuration, question, memberships);
        for (Entry<PolicyBindingFields> binding : bindings) {
            binding.value().policy().ifPresent(policy -> {
                if (count.isClear()) {
                    count.skip(binding);
                } else {
                    count.add(policies.cast(binding, policy, hearing));
                }
            });
        }
        return count.decision();
    }

    @Override
    public Decision test(ConfigurationSnapshot configuration, UUID policy, PolicyQuestion question) {
        PolicyBindingFields usual = new PolicyBindingFields(
                policy, Optional.of(policy), Optional.empty(), Optional.empty(), false, true, 0, SECONDS, false);
        Vote vote = policies.cast(
                new Entry<>(policy, 0, usual), policy, hearing(configuration, question, memberships(question)));
        return new Decision(vote.passes(), vote.messages(), vote.explanation().without("binding"));
    }

    private List<Group> memberships(PolicyQuestion question) {
        return question.user().map(User::id).map(groups::allOf).orElse(List.of());
    }

    private Hearing hearing(ConfigurationSnapshot configuration, PolicyQuestion question, List<Group> memberships) {
        List<String> names = memberships.stream()
                .map(group -> group.fields().name())
                .sorted()
                .toList();
        return new Hearing(configuration, question, names, clock.instant());
    }

    /** The votes so far. */
    private static final class Count {

        private final EngineMode mode;
        private final List<JsonObject> explanations = new ArrayList<>();
        private final List<String> messages = new ArrayList<>();
        private int passed;
        private int failed;

        Count(EngineMode mode) {
            this.mode = mode;
        }

        void add(Vote vote) {
            explanations.add(vote.explanation());
            if (vote.passes()) {
                passed++;
            } else {
                failed++;
                messages.addAll(vote.messages());
            }
        }

        void skip(Entry<PolicyBindingFields> binding) {
            explanations.add(JsonObject.of("binding", binding.id().toString())
                    .with("subject", "policy")
                    .with("outcome", "not asked"));
        }

        /** Tells whether further votes cannot change the decision. */
        boolean isClear() {
            return mode == EngineMode.ANY ? passed > 0 : failed > 0;
        }

        Decision decision() {
            boolean passes = mode == EngineMode.ANY ? passed > 0 || failed == 0 : failed == 0;
            JsonObject explanation = JsonObject.of("passes", passes)
                    .with("mode", mode.name().toLowerCase(java.util.Locale.ROOT))
                    .with("votes", (Object) explanations);
            return new Decision(
                    passes, passes ? List.of() : messages.stream().distinct().toList(), explanation);
        }
    }
}
