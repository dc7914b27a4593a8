package org.gatewright.store.jpa.directory;

import static org.gatewright.store.jpa.transaction.Listing.Filter.text;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.directory.ApiToken;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.store.TokenStore;
import org.gatewright.store.jpa.transaction.Jpa;
import org.gatewright.store.jpa.transaction.Listing;
import org.gatewright.store.jpa.transaction.Listing.Filter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps API tokens in the database. */
@Component
public final class JpaTokenStore implements TokenStore {

    private static final Listing<TokenRow> LISTING = new Listing<>(
            TokenRow.class,
            "TokenRow",
            "r",
            "r.identifier",
            Map.of("identifier", "r.identifier", "intent", "r.intent", "expires", "r.expires"),
            Map.of(
                    "identifier", text("r.identifier"),
                    "intent", text("r.intent"),
                    "user", new Filter("r.user", UUID::fromString)));

    private final Jpa jpa;

    @Activate
    public JpaTokenStore(@Reference Jpa jpa) {
        this.jpa = jpa;
    }

    @Override
    public void add(ApiToken token, String keyHash) {
        jpa.run(statements -> statements.insert(TokenRow.of(token, keyHash)));
    }

    @Override
    public Optional<ApiToken> findByHash(String keyHash) {
        return findBy("keyHash", keyHash);
    }

    @Override
    public Optional<ApiToken> find(UUID id) {
        return findBy("id", id);
    }

    @Override
    public Optional<ApiToken> findByIdentifier(String identifier) {
        return findBy("identifier", identifier);
    }

    @Override
    public Page<ApiToken> list(PageRequest page) {
        return jpa.read(statements -> LISTING.page(statements, page)).map(TokenRow::token);
    }

    @Override
    public boolean delete(UUID id) {
        return jpa.write(statements -> statements.change("DELETE FROM TokenRow r WHERE r.id = ?1", id) == 1);
    }

    private Optional<ApiToken> findBy(String field, Object value) {
        return jpa.read(statements ->
                        statements.first(TokenRow.class, "SELECT r FROM TokenRow r WHERE r." + field + " = ?1", value))
                .map(TokenRow::token);
    }
}
