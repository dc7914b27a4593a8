package org.gatewright.kernel.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gatewright.kernel.policy.PolicyVote.Hearing;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.spi.policy.PolicyContext;
import org.gatewright.spi.policy.Verdict;
import org.gatewright.spi.store.DocumentReader;

/**
 * The question as one policy sees it. It runs on another thread than the one that asks, so all is known before it is called, but for what is in the database: whoever asks
 * reads that.
 *
 * @param instance the policy's own
 * @param others asks another policy by its name
 * @param devices reads the types of the user's authenticators
 */
record Ballot(
        Hearing hearing,
        ConfigurationObject instance,
        DocumentReader documents,
        Function<String, Verdict> others,
        Supplier<Set<String>> devices)
        implements PolicyContext {

    @Override
    public <S extends Record> S settings(Class<S> type) {
        return hearing.configuration().settings(instance, type);
    }

    @Override
    public Optional<User> user() {
        return hearing.question().user();
    }

    @Override
    public List<String> groups() {
        return hearing.groups();
    }

    @Override
    public Optional<String> application() {
        return hearing.question().application();
    }

    @Override
    public Optional<ClientInfo> client() {
        return hearing.question().client();
    }

    @Override
    public JsonObject facts() {
        return hearing.question().facts();
    }

    @Override
    public Instant now() {
        return hearing.now();
    }

    @Override
    public Set<String> authenticators() {
        return devices.get();
    }

    @Override
    public Verdict ask(String policy) {
        return others.apply(policy);
    }
}
