package org.gatewright.kernel.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.ConfigurationSnapshot;
import org.gatewright.port.policy.PolicyQuestion;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.spi.policy.PolicyContext;
import org.gatewright.spi.store.DocumentReader;

/**
 * The question as one policy sees it. It runs on another thread than the one that asks, so all is known before it is called, but for documents: whoever asks reads
 * them.
 *
 * @param instance the policy's own
 */
record Ballot(
        ConfigurationSnapshot configuration,
        ConfigurationObject instance,
        PolicyQuestion question,
        List<String> groups,
        Instant now,
        DocumentReader documents)
        implements PolicyContext {

    @Override
    public <S extends Record> S settings(Class<S> type) {
        return configuration.settings(instance, type);
    }

    @Override
    public Optional<User> user() {
        return question.user();
    }

    @Override
    public Optional<String> application() {
        return question.application();
    }

    @Override
    public Optional<ClientInfo> client() {
        return question.client();
    }

    @Override
    public JsonObject facts() {
        return question.facts();
    }
}
