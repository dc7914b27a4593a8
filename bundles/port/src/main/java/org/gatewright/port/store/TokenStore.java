package org.gatewright.port.store;

import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.directory.ApiToken;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps API tokens by the hash of their key. */
@ProviderType
public interface TokenStore {

    /** Adds a token. Throws {@link UniqueException} with {@code identifier} if taken. */
    void add(ApiToken token, String keyHash);

    /** Finds the token by the hash of its key. */
    Optional<ApiToken> findByHash(String keyHash);

    /** Finds the token. */
    Optional<ApiToken> find(UUID id);

    /** Finds the token. */
    Optional<ApiToken> findByIdentifier(String identifier);

    /** Lists tokens; search is over identifier and description. */
    Page<ApiToken> list(PageRequest page);

    /** Deletes the token; false if there is none. */
    boolean delete(UUID id);
}
