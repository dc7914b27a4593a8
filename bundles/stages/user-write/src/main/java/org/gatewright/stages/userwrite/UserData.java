package org.gatewright.stages.userwrite;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.stage.FactNames;

/**
 * What the prompts of a flow say of a user.
 *
 * @param username in Unicode's form NFKC, so that names that look the same are the same
 */
record UserData(
        Optional<String> username,
        Optional<String> name,
        Optional<String> email,
        JsonObject attributes,
        Optional<SecretText> password) {

    private static final String ATTRIBUTES = "attributes.";

    /** What gives power or takes it; only administrators may say that, never a prompt. */
    private static final Set<String> POWERS = Set.of(
            "groups", "is_active", "is_staff", "is_superuser", "path", "permissions", "roles", "superuser", "type");

    /** Reads the facts, with corrections that take precedence. */
    static UserData of(JsonObject facts, JsonObject corrections) {
        JsonObject data =
                facts.object(FactNames.PROMPT_DATA).orElseGet(JsonObject::empty).merge(corrections);
        Optional<SecretText> password = facts.object(FactNames.SECRET_DATA)
                .flatMap(secrets -> secrets.text("password"))
                .filter(text -> !text.isEmpty())
                .map(SecretText::of);
        return new UserData(
                text(data, "username").map(text -> Normalizer.normalize(text, Normalizer.Form.NFKC)),
                text(data, "name"),
                text(data, "email"),
                attributes(data),
                password);
    }

    /** Returns what the prompts ask for that nobody may say of themselves. */
    static List<String> powers(JsonObject facts) {
        return facts.object(FactNames.PROMPT_DATA).orElseGet(JsonObject::empty).members().keySet().stream()
                .filter(POWERS::contains)
                .sorted()
                .toList();
    }

    boolean isEmpty() {
        return username.isEmpty() && name.isEmpty() && email.isEmpty() && attributes.isEmpty() && password.isEmpty();
    }

    private static Optional<String> text(JsonObject data, String name) {
        return data.text(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static JsonObject attributes(JsonObject data) {
        JsonObject attributes = JsonObject.empty();
        for (Map.Entry<String, Object> member : data.members().entrySet()) {
            String key = member.getKey();
            if (key.startsWith(ATTRIBUTES) && key.length() > ATTRIBUTES.length()) {
                Iterator<String> path = Arrays.asList(
                                key.substring(ATTRIBUTES.length()).split("\\.", -1))
                        .iterator();
                attributes = put(attributes, path.next(), path, member.getValue());
            }
        }
        return attributes;
    }

    /** Puts the value where the path {@code a.b.c} leads. */
    private static JsonObject put(JsonObject object, String name, Iterator<String> rest, Object value) {
        if (!rest.hasNext()) {
            return object.with(name, value);
        }
        JsonObject inner = object.object(name).orElseGet(JsonObject::empty);
        return object.with(name, put(inner, rest.next(), rest, value));
    }
}
