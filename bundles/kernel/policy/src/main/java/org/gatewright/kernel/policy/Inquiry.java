package org.gatewright.kernel.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.gatewright.kernel.policy.PolicyVote.Hearing;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.plugins.Lease;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.plugins.PluginDocuments;
import org.gatewright.port.policy.UserAuthenticators;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.policy.Policy;
import org.gatewright.spi.policy.Verdict;

/** What goes on within one vote, on one thread: a policy, and those that it asks for. Each is asked once: the question stays the same. */
final class Inquiry {

    private static final int DEEPEST = 8;

    private final Sources sources;
    private final Hearing hearing;
    private final Errands errands;
    private final Map<UUID, Verdict> answers = new HashMap<>();

    /** Where plug-ins, and what they may read, come from. */
    record Sources(PluginCatalogue catalogue, PluginDocuments documents, UserAuthenticators authenticators) {}

    Inquiry(Sources sources, Hearing hearing, Errands errands) {
        this.sources = sources;
        this.hearing = hearing;
        this.errands = errands;
    }

    /** Returns the question for the policy that votes. */
    Ballot ballot(ConfigurationObject instance, Lease<Policy> lease) {
        return ballot(instance, lease, List.of(instance));
    }

    private Ballot ballot(ConfigurationObject instance, Lease<Policy> lease, List<ConfigurationObject> path) {
        return new Ballot(
                hearing,
                instance,
                new FetchedDocuments(sources.documents().reader(lease.permissions()), errands),
                name -> ask(name, path),
                this::authenticators);
    }

    private Set<String> authenticators() {
        return hearing.question()
                .user()
                .map(User::id)
                .map(user -> errands.run(() -> sources.authenticators().typesOf(user)))
                .orElse(Set.of());
    }

    private Verdict ask(String name, List<ConfigurationObject> path) {
        ConfigurationObject policy = hearing.configuration()
                .named(Model.POLICY, name)
                .orElseThrow(() -> new GatewrightException(PolicyError.ABSENT, "There is no policy “" + name + "”."));
        if (path.contains(policy)) {
            throw new GatewrightException(PolicyError.CYCLE, "The policy “" + name + "” asks for itself.");
        }
        if (path.size() >= DEEPEST) {
            throw new GatewrightException(PolicyError.CYCLE, "Policies ask for each other too deeply.");
        }
        Verdict known = answers.get(policy.id());
        if (known != null) {
            return known;
        }
        Verdict verdict =
                asked(policy, Stream.concat(path.stream(), Stream.of(policy)).toList());
        answers.put(policy.id(), verdict);
        return verdict;
    }

    /** Asks on the thread of the one that asks for it, and so within its time. */
    private Verdict asked(ConfigurationObject instance, List<ConfigurationObject> path) {
        try (Lease<Policy> lease = sources.catalogue().lease(Kind.POLICY, instance.type(), hearing, Policy.class)) {
            Ballot ballot = ballot(instance, lease, path);
            Verdict verdict = lease.call(policy -> Objects.requireNonNull(policy.decide(ballot)));
            JsonObject explanation = JsonObject.of("policy", instance.name())
                    .with("type", instance.type())
                    .with("version", lease.pin().version())
                    .with("outcome", verdict.passes() ? "pass" : "fail")
                    .with("messages", (Object) verdict.messages())
                    .with("explanation", verdict.explanation());
            return new Verdict(verdict.passes(), verdict.messages(), explanation);
        }
    }
}
