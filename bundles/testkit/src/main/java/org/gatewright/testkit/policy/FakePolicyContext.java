package org.gatewright.testkit.policy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.spi.policy.PolicyContext;
import org.gatewright.spi.store.DocumentReader;
import org.gatewright.testkit.store.FakeDocuments;

/**
 * A question to a policy, described by a test: {@code FakePolicyContext.with(settings).user(alice, "staff")}. Immutable; every method returns another question.
 *
 * @param given the settings
 * @since 1.0
 */
public record FakePolicyContext(
        Record given,
        Optional<User> user,
        List<String> groups,
        Optional<String> application,
        Optional<ClientInfo> client,
        JsonObject facts,
        DocumentReader documents,
        Instant now)
        implements PolicyContext {

    private static final URI ORIGIN = URI.create("https://id.example.org");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    /** Copies the groups. */
    public FakePolicyContext {
        groups = List.copyOf(groups);
    }

    /** A question in which nothing is known. */
    public static FakePolicyContext with(Record settings) {
        return new FakePolicyContext(
                settings,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                JsonObject.empty(),
                new FakeDocuments(() -> NOW),
                NOW);
    }

    /** About this user, a member of these groups. */
    public FakePolicyContext user(User who, String... memberships) {
        return new FakePolicyContext(
                given, Optional.of(who), List.of(memberships), application, client, facts, documents, now);
    }

    /** About opening this application. */
    public FakePolicyContext application(String slug) {
        return new FakePolicyContext(given, user, groups, Optional.of(slug), client, facts, documents, now);
    }

    /** In a request from this address. */
    public FakePolicyContext from(String address) {
        ClientInfo visitor = new ClientInfo(address, "test browser", ORIGIN);
        return new FakePolicyContext(given, user, groups, application, Optional.of(visitor), facts, documents, now);
    }

    /** With one more fact. */
    public FakePolicyContext fact(String name, Object value) {
        return new FakePolicyContext(given, user, groups, application, client, facts.with(name, value), documents, now);
    }

    /** Of a policy with these documents. */
    public FakePolicyContext documents(DocumentReader kept) {
        return new FakePolicyContext(given, user, groups, application, client, facts, kept, now);
    }

    /** At this moment. */
    public FakePolicyContext at(Instant moment) {
        return new FakePolicyContext(given, user, groups, application, client, facts, documents, moment);
    }

    @Override
    public <S extends Record> S settings(Class<S> type) {
        return type.cast(given);
    }
}
