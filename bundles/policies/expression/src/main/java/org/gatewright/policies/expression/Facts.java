package org.gatewright.policies.expression;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.spi.policy.PolicyContext;
import org.gatewright.spi.stage.FactNames;

/** Makes the values of a question that expressions see. Nobody is a user without a name and without groups; what is not known is empty. */
final class Facts {

    private Facts() {}

    static Object variable(PolicyContext context, String name) {
        return switch (name) {
            case "user" -> user(context);
            case "request" -> request(context);
            case "application" -> Map.of("slug", context.application().orElse(""));
            case "context" -> values(context.facts().without(FactNames.SECRET_DATA));
            case "now" -> context.now();
            default -> throw new IllegalArgumentException("nothing is called " + name);
        };
    }

    private static Map<String, Object> user(PolicyContext context) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("is_anonymous", context.user().isEmpty());
        members.put("uuid", context.user().map(User::id).map(Object::toString).orElse(""));
        members.put("pk", context.user().map(User::pk).orElse(0L));
        members.put("username", context.user().map(User::username).orElse(""));
        members.put("name", context.user().map(User::name).orElse(""));
        members.put("email", context.user().map(User::email).orElse(""));
        members.put(
                "type",
                context.user()
                        .map(user -> user.type().name().toLowerCase(Locale.ROOT))
                        .orElse(""));
        members.put("path", context.user().map(User::path).orElse(""));
        members.put("is_active", context.user().map(User::active).orElse(false));
        members.put("is_superuser", context.user().map(User::superuser).orElse(false));
        members.put("groups", context.groups());
        members.put("attributes", attributes(context));
        members.put("created", context.user().map(User::createdAt).orElse(Instant.EPOCH));
        return members;
    }

    static Map<String, Object> attributes(PolicyContext context) {
        return values(context.user().map(User::attributes).orElse(JsonObject.empty()));
    }

    private static Map<String, Object> request(PolicyContext context) {
        return context.client().map(Facts::request).orElseGet(Facts::noRequest);
    }

    private static Map<String, Object> request(ClientInfo client) {
        return Map.of(
                "ip",
                client.address(),
                "user_agent",
                client.userAgent(),
                "host",
                String.valueOf(client.origin().getHost()),
                "is_secure",
                "https".equals(client.origin().getScheme()));
    }

    private static Map<String, Object> noRequest() {
        return Map.of("ip", "", "user_agent", "", "host", "", "is_secure", false);
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
        return json instanceof List<?> list ? list.stream().map(Facts::value).toList() : json;
    }
}
