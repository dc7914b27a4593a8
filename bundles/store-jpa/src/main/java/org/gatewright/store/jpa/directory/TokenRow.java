package org.gatewright.store.jpa.directory;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Convert;
import org.gatewright.port.directory.ApiToken;
import org.jspecify.annotations.NullUnmarked;

/** An API token. */
@Entity
@Table(name = "api_token")
@NullUnmarked
class TokenRow {

    @Id
    @Convert("uuid")
    UUID id;

    String identifier;

    @Column(name = "key_hash")
    String keyHash;

    String intent;

    @Column(name = "user_id")
    @Convert("uuid")
    UUID user;

    String description;

    @Column(name = "search_text")
    String searchText;

    @Convert("instant")
    Instant expires;

    static TokenRow of(ApiToken token, String keyHash) {
        TokenRow row = new TokenRow();
        row.id = token.id();
        row.identifier = token.identifier();
        row.keyHash = keyHash;
        row.intent = token.intent();
        row.user = token.user();
        row.description = token.description();
        row.searchText = UserRow.lower(token.identifier() + "\n" + token.description());
        row.expires = token.expires().orElse(null);
        return row;
    }

    ApiToken token() {
        return new ApiToken(id, identifier, intent, user, description, Optional.ofNullable(expires));
    }
}
