package org.gatewright.protocols.saml.respond;

import static org.gatewright.spi.mapping.ValueType.Simple.ANY;
import static org.gatewright.spi.mapping.ValueType.Simple.BOOL;
import static org.gatewright.spi.mapping.ValueType.Simple.TEXT;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.mapping.Bindings;
import org.gatewright.spi.mapping.ExpressionError;
import org.gatewright.spi.mapping.FunctionType;
import org.gatewright.spi.mapping.ValueType;
import org.gatewright.spi.mapping.ValueType.ListOf;
import org.gatewright.spi.mapping.ValueType.MapOf;
import org.gatewright.spi.mapping.ValueType.Structure;
import org.gatewright.spi.mapping.Vocabulary;

/**
 * What an expression of an attribute may name.
 *
 * @param user the user
 * @param groups the user's groups
 * @param uid what names the user at this service provider
 */
record UserWords(User user, List<String> groups, String uid) implements Bindings {

    private static final Structure USER = new Structure(
            "user",
            Map.<String, ValueType>of(
                    "uuid", TEXT,
                    "uid", TEXT,
                    "username", TEXT,
                    "name", TEXT,
                    "email", TEXT,
                    "is_superuser", BOOL,
                    "groups", new ListOf(TEXT),
                    "attributes", new MapOf(ANY)));

    static final Vocabulary ALL = new Vocabulary(
            Map.of("user", USER),
            List.of(
                    FunctionType.member("is_in_group", BOOL, USER, TEXT),
                    FunctionType.member("attribute", ANY, USER, TEXT, ANY)),
            ANY);

    UserWords {
        groups = List.copyOf(groups);
    }

    @Override
    public Object variable(String name) {
        return Map.of(
                "uuid", user.id().toString(),
                "uid", uid,
                "username", user.username(),
                "name", user.name(),
                "email", user.email(),
                "is_superuser", user.superuser(),
                "groups", groups,
                "attributes", values(user.attributes()));
    }

    @Override
    public Object call(String function, List<Object> arguments) {
        if (!(arguments.get(1) instanceof String text)) {
            throw new GatewrightException(ExpressionError.FAILED, "A function was given something else than a text.");
        }
        return function.equals("is_in_group")
                ? (Object) groups.contains(text)
                : values(user.attributes()).getOrDefault(text, arguments.get(2));
    }

    private static Map<String, Object> values(JsonObject object) {
        Map<String, Object> values = new LinkedHashMap<>();
        object.members().forEach((name, value) -> values.put(name, value(value)));
        return values;
    }

    private static Object value(Object json) {
        if (json instanceof JsonObject object) {
            return values(object);
        }
        if (json instanceof BigDecimal number) {
            return number.doubleValue();
        }
        return json instanceof List<?> list
                ? list.stream().map(UserWords::value).toList()
                : json;
    }
}
