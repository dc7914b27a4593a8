package org.gatewright.rest.collection;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.json.Schemas;
import org.gatewright.json.Shape;
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
final class TokensCollection extends ShapedCollection<ApiToken> {

    private static final Shape<ApiToken> SHAPE = Shape.<ApiToken>empty()
            .shown("pk", Schemas.ID, ApiToken::id)
            .field("identifier", Schemas.TEXT, ApiToken::identifier)
            .field("intent", Schemas.choice(List.of("api", "app_password")).with("default", "api"), ApiToken::intent)
            .given("user", Schemas.NUMBER.with("x-refers-to", "user"))
            .shown("user_uuid", Schemas.ID, ApiToken::user)
            .field("description", Schemas.TEXT, ApiToken::description)
            .optional("expires", Schemas.MOMENT, token -> token.expires().map(Instant::toString))
            .shown("expiring", Schemas.FLAG, token -> token.expires().isPresent())
            .needing("identifier");
    private static final Shape<ApiTokens.Issued> KEY =
            Shape.<ApiTokens.Issued>empty().shown("key", Schemas.TEXT, ApiTokens.Issued::key);

    private final ApiTokens tokens;
    private final Users users;

    TokensCollection(ApiTokens tokens, Users users) {
        super(
                "core/tokens",
                "token",
                Set.of(Operation.LIST, Operation.RETRIEVE, Operation.CREATE, Operation.DELETE),
                SHAPE);
        this.tokens = tokens;
        this.users = users;
    }

    @Override
    public String keyField() {
        return "identifier";
    }

    @Override
    public Page<JsonObject> list(Actor actor, PageRequest page) {
        return tokens.list(page).map(this::show);
    }

    @Override
    public JsonObject create(Actor actor, JsonObject given) {
        JsonObject fields = checked(given);
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
        return show(issued.token()).merge(KEY.show(issued));
    }

    @Override
    public void delete(Actor actor, String key) {
        tokens.delete(actor, existing(key).id());
    }

    @Override
    public JsonObject created() {
        return Schemas.all(shown(), KEY.schema());
    }

    @Override
    Optional<UUID> idOf(ApiToken token) {
        return Optional.of(token.id());
    }

    @Override
    Optional<ApiToken> find(String key) {
        return tokens.byIdentifier(key);
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
}
