package org.gatewright.kernel.policy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.gatewright.kernel.policy.Voters.NoAnswer;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.ConfigurationSnapshot;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.configuration.PolicyBindingFields;
import org.gatewright.port.plugins.Lease;
import org.gatewright.port.plugins.Occasion;
import org.gatewright.port.policy.PolicyQuestion;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.policy.Policy;
import org.gatewright.spi.policy.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks one bound policy. Whatever goes wrong makes it vote its binding's failure result. */
final class PolicyVote {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyVote.class);

    private final Inquiry.Sources sources;
    private final Voters voters;

    PolicyVote(Inquiry.Sources sources, Voters voters) {
        this.sources = sources;
        this.voters = voters;
    }

    /** What all policies of one decision are told. */
    record Hearing(ConfigurationSnapshot configuration, PolicyQuestion question, List<String> groups, Instant now)
            implements Occasion {

        @Override
        public Optional<String> application() {
            return question.application();
        }

        @Override
        public Optional<String> brand() {
            return question.client().map(client -> configuration
                    .brand(client.origin().getHost())
                    .value()
                    .domain());
        }

        @Override
        public Optional<String> user() {
            return question.user().map(User::username);
        }
    }

    Vote cast(Entry<PolicyBindingFields> binding, UUID policy, Hearing hearing) {
        long begin = System.nanoTime();
        Optional<ConfigurationObject> instance =
                hearing.configuration().object(policy).filter(object -> object.model() == Model.POLICY);
        JsonObject about = JsonObject.of("binding", binding.id().toString())
                .with("subject", "policy")
                .with("policy", instance.map(ConfigurationObject::name).orElse(policy.toString()))
                .with("type", instance.map(ConfigurationObject::type));
        Vote vote = instance.map(object -> ask(binding.value(), object, hearing, about))
                .orElseGet(() -> failed(binding.value(), about, "missing"));
        long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        return new Vote(vote.passes(), vote.messages(), vote.explanation().with("milliseconds", milliseconds));
    }

    private Vote ask(PolicyBindingFields binding, ConfigurationObject instance, Hearing hearing, JsonObject about) {
        Lease<Policy> lease;
        try {
            lease = sources.catalogue().lease(Kind.POLICY, instance.type(), hearing, Policy.class);
        } catch (GatewrightException e) {
            LOG.warn("The policy {} cannot be asked: {}", instance.name(), e.detail());
            return failed(binding, about.with("reason", e.detail()), "unavailable");
        }
        JsonObject more = about.with("version", lease.pin().version());
        Errands errands = new Errands();
        Ballot ballot = new Inquiry(sources, hearing, errands).ballot(instance, lease);
        try {
            long limit = TimeUnit.SECONDS.toMillis(binding.timeout());
            Verdict verdict =
                    voters.ask(lease, limit, errands, policy -> Objects.requireNonNull(policy.decide(ballot)));
            return answered(binding, more, verdict);
        } catch (NoAnswer e) {
            LOG.warn(
                    "The policy {} gives no answer: {} {}",
                    instance.name(),
                    e.outcome(),
                    e.reason().orElse(""));
            return failed(binding, more.with("reason", e.reason()), e.outcome());
        }
    }

    private static Vote answered(PolicyBindingFields binding, JsonObject about, Verdict verdict) {
        boolean passes = verdict.passes() != binding.negate();
        JsonObject explanation = about.with("outcome", passes ? "pass" : "fail")
                .with("negate", binding.negate())
                .with("messages", (Object) verdict.messages())
                .with("explanation", verdict.explanation());
        return new Vote(passes, verdict.messages(), explanation);
    }

    private static Vote failed(PolicyBindingFields binding, JsonObject about, String outcome) {
        return new Vote(
                binding.failureResult(),
                List.of(),
                about.with("outcome", outcome).with("failure_result", binding.failureResult()));
    }
}
