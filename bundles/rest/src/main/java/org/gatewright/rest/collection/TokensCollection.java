package org.gatewright.rest.collection;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.ApiToken;
import org.gatewright.port.directory.ApiTokens;
import org.gatewright.port.directory.Users;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;

/** Tokens of the API. The key is in the answer that creates a token, and nowhere later. */
final class TokensCollection implements Collection {

    private final ApiTokens tokens;
    private final Users users;

    TokensCollection(ApiTokens tokens, Users users) {
        this.tokens = tokens;
        this.users = users;
    }

    @Override
    public String path() {
        return "core/tokens";
    }

    @Override
    public String model() {
        return "token";
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.LIST, Operation.RETRIEVE, Operation.CREATE, Operation.DELETE);
    }

    @Override
    public JsonObject schema() {
        return Schemas.object(
                Map.of(
                        "identifier", Schemas.TEXT,
                        "intent", Schemas.TEXT,
                        "user", Schemas.NUMBER,
                        "description", Schemas.TEXT,
                        "expires", Schemas.TEXT),
                "identifier");
    }

    @Override
    public Optional<UUID> id(String key) {
        return tokens.byIdentifier(key).map(ApiToken::id);
    }

    @Override
    public Page<JsonObject> list(Actor actor, PageRequest page) {
        return tokens.list(page).map(TokensCollection::show);
    }

    @Override
    public JsonObject retrieve(Actor actor, String key) {
        return show(existing(key));
    }

    @Override
    public JsonObject create(Actor actor, JsonObject fields) {
        String identifier = fields.text("identifier")
                .orElseThrow(() -> new InvalidFieldsException("identifier", "This field is required."));
        ApiTokens.Issued issued = tokens.issue(
                actor,
                owner(actor, fields).id(),
                identifier,
                fields.text("intent").orElse("api"),
                fields.text("description").orElse(""),
                fields.text("expires").map(TokensCollection::moment),
                Optional.empty());
        return show(issued.token()).with("key", issued.key());
    }

    @Override
    public void delete(Actor actor, String key) {
        tokens.delete(actor, existing(key).id());
    }

    private User owner(Actor actor, JsonObject fields) {
        return fields.has("user")
                ? fields.integer("user")
                        .flatMap(users::byPk)
                        .orElseThrow(() -> new InvalidFieldsException("user", "There is no user with this number."))
                : actor.user().orElseThrow(() -> new InvalidFieldsException("user", "This field is required."));
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidFieldsException("expires", "Give a moment such as 2030-01-31T12:00:00Z.");
        }
    }

    private ApiToken existing(String key) {
        return tokens.byIdentifier(key).orElseThrow(Collection::notFound);
    }

    private static JsonObject show(ApiToken token) {
        return JsonObject.of("pk", token.id())
                .with("identifier", token.identifier())
                .with("intent", token.intent())
                .with("user_uuid", token.user())
                .with("description", token.description())
                .with("expires", token.expires().map(Instant::toString))
                .with("expiring", token.expires().isPresent());
    }
}
