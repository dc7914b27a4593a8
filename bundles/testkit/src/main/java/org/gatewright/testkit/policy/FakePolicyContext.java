package org.gatewright.testkit.policy;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.error.ErrorCode;
import org.gatewright.spi.error.ErrorKind;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.spi.policy.PolicyContext;
import org.gatewright.spi.policy.Verdict;
import org.gatewright.spi.store.DocumentReader;
import org.gatewright.testkit.store.FakeDocuments;

/**
 * A question to a policy, described by a test: {@code FakePolicyContext.with(settings).user(alice, "staff")}. Immutable; every method returns another question.
 *
 * @param given the settings
 * @param others what other policies say, by name
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
        Instant now,
        Set<String> authenticators,
        Map<String, Verdict> others)
        implements PolicyContext {

    private static final URI ORIGIN = URI.create("https://id.example.org");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    /** What asking fails with. */
    private enum AskingError implements ErrorCode {
        ABSENT;

        @Override
        public String code() {
            return "policies/absent";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.UNAVAILABLE;
        }
    }

    /** Copies the collections. */
    public FakePolicyContext {
        groups = List.copyOf(groups);
        authenticators = Set.copyOf(authenticators);
        others = Map.copyOf(others);
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
                NOW,
                Set.of(),
                Map.of());
    }

    /** About this user, a member of these groups. */
    public FakePolicyContext user(User who, String... memberships) {
        return new FakePolicyContext(
                given,
                Optional.of(who),
                List.of(memberships),
                application,
                client,
                facts,
                documents,
                now,
                authenticators,
                others);
    }

    /** About opening this application. */
    public FakePolicyContext application(String slug) {
        return new FakePolicyContext(
                given, user, groups, Optional.of(slug), client, facts, documents, now, authenticators, others);
    }

    /** In a request from this address. */
    public FakePolicyContext from(String address) {
        ClientInfo visitor = new ClientInfo(address, "test browser", ORIGIN);
        return new FakePolicyContext(
                given, user, groups, application, Optional.of(visitor), facts, documents, now, authenticators, others);
    }

    /** With one more fact. */
    public FakePolicyContext fact(String name, Object value) {
        return new FakePolicyContext(
                given,
                user,
                groups,
                application,
                client,
                facts.with(name, value),
                documents,
                now,
                authenticators,
                others);
    }

    /** Of a policy with these documents. */
    public FakePolicyContext documents(DocumentReader kept) {
        return new FakePolicyContext(
                given, user, groups, application, client, facts, kept, now, authenticators, others);
    }

    /** At this moment. */
    public FakePolicyContext at(Instant moment) {
        return new FakePolicyContext(
                given, user, groups, application, client, facts, documents, moment, authenticators, others);
    }

    /** About a user who has set up authenticators of these types. */
    public FakePolicyContext authenticators(String... types) {
        return new FakePolicyContext(
                given, user, groups, application, client, facts, documents, now, Set.of(types), others);
    }

    /** While another policy says this. */
    public FakePolicyContext policy(String name, Verdict verdict) {
        Map<String, Verdict> more = new LinkedHashMap<>(others);
        more.put(name, verdict);
        return new FakePolicyContext(
                given, user, groups, application, client, facts, documents, now, authenticators, more);
    }

    @Override
    public <S extends Record> S settings(Class<S> type) {
        return type.cast(given);
    }

    @Override
    public Verdict ask(String policy) {
        Verdict verdict = others.get(policy);
        if (verdict == null) {
            throw new GatewrightException(AskingError.ABSENT, "There is no policy “" + policy + "”.");
        }
        return verdict;
    }
}
