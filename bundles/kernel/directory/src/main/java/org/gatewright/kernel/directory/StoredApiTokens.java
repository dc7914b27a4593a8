package org.gatewright.kernel.directory;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.ApiToken;
import org.gatewright.port.directory.ApiTokens;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.store.TokenStore;
import org.gatewright.port.store.Transactions;
import org.gatewright.port.store.UniqueException;
import org.gatewright.port.store.UserStore;
import org.gatewright.spi.data.SecretHash;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.error.GatewrightException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Issues and checks tokens of the API. Only the hash of a key is kept, and a key is found by it: there is no secret to compare. */
@Component
public final class StoredApiTokens implements ApiTokens {

    private static final String MODEL = "token";
    private static final String API = "api";
    private static final Set<String> INTENTS = Set.of(API, "app_password");
    private static final int SHORTEST_KEY = 24;
    private static final int LONGEST_KEY = 1_024;
    private static final int LONGEST_DESCRIPTION = 1_000;

    private final TokenStore store;
    private final UserStore users;
    private final Transactions transactions;
    private final Rights rights;
    private final Audit audit;
    private final Clock clock;

    /** Takes its parts. */
    @Activate
    public StoredApiTokens(
            @Reference TokenStore store,
            @Reference UserStore users,
            @Reference Transactions transactions,
            @Reference Rights rights,
            @Reference Audit audit) {
        this(store, users, transactions, rights, audit, Clock.systemUTC());
    }

    StoredApiTokens(
            TokenStore store, UserStore users, Transactions transactions, Rights rights, Audit audit, Clock clock) {
        this.store = store;
        this.users = users;
        this.transactions = transactions;
        this.rights = rights;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Issued issue(
            Actor actor,
            UUID user,
            String identifier,
            String intent,
            String description,
            Optional<Instant> expires,
            Optional<String> key) {
        ApiToken token = new ApiToken(UUID.randomUUID(), identifier, intent, user, description, expires);
        check(token, key);
        String chosen = key.orElseGet(RandomKey::next);
        return transactions.call(() -> {
            rights.requirePowerOver(actor, owner(user));
            add(token, chosen);
            audit.created(actor, MODEL, token.id(), identifier);
            return new Issued(token, chosen);
        });
    }

    @Override
    public Optional<User> authenticate(String key) {
        if (key.length() < SHORTEST_KEY || key.length() > LONGEST_KEY) {
            return Optional.empty();
        }
        return store.findByHash(hash(key))
                .filter(token -> token.intent().equals(API))
                .filter(token -> token.expires().map(clock.instant()::isBefore).orElse(true))
                .flatMap(token -> users.find(token.user()))
                .filter(User::active);
    }

    @Override
    public Optional<ApiToken> byIdentifier(String identifier) {
        return store.findByIdentifier(identifier);
    }

    @Override
    public Page<ApiToken> list(PageRequest page) {
        return store.list(page);
    }

    @Override
    public void delete(Actor actor, UUID id) {
        transactions.run(() -> {
            ApiToken token = store.find(id)
                    .orElseThrow(() -> new GatewrightException(CommonError.NOT_FOUND, "There is no such token."));
            rights.requirePowerOver(actor, owner(token.user()));
            store.delete(id);
            audit.deleted(actor, MODEL, id, token.identifier());
        });
    }

    private void check(ApiToken token, Optional<String> key) {
        new Problems()
                .check(
                        FieldRules.isIdentifier(token.identifier()),
                        "identifier",
                        "An identifier has 1 to 255 characters: letters, digits and @ . + - _ only.")
                .check(INTENTS.contains(token.intent()), "intent", "Choose api or app_password.")
                .check(
                        token.description().length() <= LONGEST_DESCRIPTION,
                        "description",
                        "A description has at most 1,000 characters.")
                .check(
                        token.expires().map(clock.instant()::isBefore).orElse(true),
                        "expires",
                        "The expiry must be in the future.")
                .check(
                        key.map(String::length)
                                .map(length -> length >= SHORTEST_KEY && length <= LONGEST_KEY)
                                .orElse(true),
                        "key",
                        "A key has at least 24 and at most 1,024 characters.")
                .refuse();
    }

    private void add(ApiToken token, String key) {
        try {
            store.add(token, hash(key));
        } catch (UniqueException e) {
            throw "identifier".equals(e.getMessage())
                    ? new InvalidFieldsException("identifier", "A token with this identifier exists.")
                    : new InvalidFieldsException("key", "Choose another key.");
        }
    }

    private User owner(UUID id) {
        return users.find(id).orElseThrow(() -> new InvalidFieldsException("user", "There is no such user."));
    }

    private static String hash(String key) {
        return SecretHash.of(key).digest();
    }
}
