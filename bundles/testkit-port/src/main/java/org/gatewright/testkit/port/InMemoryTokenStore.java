package org.gatewright.testkit.port;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.gatewright.port.directory.ApiToken;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.store.TokenStore;
import org.gatewright.port.store.UniqueException;
import org.gatewright.testkit.port.InMemoryDatabase.TokenRow;

/** Keeps API tokens in memory. */
final class InMemoryTokenStore implements TokenStore {

    private static final Listing<ApiToken> LISTING = new Listing<ApiToken>()
            .field("pk", ApiToken::id)
            .field("identifier", ApiToken::identifier)
            .field("intent", ApiToken::intent)
            .field("user", ApiToken::user)
            .searched(ApiToken::identifier)
            .searched(ApiToken::description);

    private final InMemoryDatabase database;

    InMemoryTokenStore(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public void add(ApiToken token, String keyHash) {
        database.transactions.run(() -> {
            if (findByIdentifier(token.identifier()).isPresent()) {
                throw new UniqueException("identifier", new IllegalStateException("taken"));
            }
            database.tokens.put(token.id(), new TokenRow(token, keyHash));
        });
    }

    @Override
    public Optional<ApiToken> findByHash(String keyHash) {
        return first(row -> row.keyHash().equals(keyHash));
    }

    @Override
    public Optional<ApiToken> find(UUID id) {
        return first(row -> row.token().id().equals(id));
    }

    @Override
    public Optional<ApiToken> findByIdentifier(String identifier) {
        return first(row -> row.token().identifier().equals(identifier));
    }

    @Override
    public Page<ApiToken> list(PageRequest page) {
        return database.transactions.call(() ->
                LISTING.page(database.tokens.all().stream().map(TokenRow::token).toList(), page));
    }

    @Override
    public boolean delete(UUID id) {
        return database.transactions.call(() -> database.tokens.remove(id));
    }

    private Optional<ApiToken> first(Predicate<TokenRow> condition) {
        return database.transactions.call(() ->
                database.tokens.all().stream().filter(condition).findFirst().map(TokenRow::token));
    }
}
