package org.gatewright.policies.expression;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.spi.mapping.Bindings;
import org.gatewright.spi.mapping.ExpressionError;
import org.gatewright.spi.policy.PolicyContext;
import org.gatewright.spi.policy.Verdict;

/** One question while it is decided: what the expression looks at, whom it asks, and what it says. For one thread. */
final class Question implements Bindings {

    private static final int MOST_MESSAGES = 10;
    private static final int LONGEST_MESSAGE = 500;

    private final PolicyContext context;
    private final Map<String, Object> seen = new HashMap<>();
    private final Set<String> messages = new LinkedHashSet<>();
    private final Map<String, JsonObject> asked = new LinkedHashMap<>();

    Question(PolicyContext context) {
        this.context = context;
    }

    @Override
    public Object variable(String name) {
        return seen.computeIfAbsent(name, unseen -> Facts.variable(context, unseen));
    }

    @Override
    public Object call(String function, List<Object> arguments) {
        return switch (function) {
            case "is_in_group" -> context.groups().contains(text(arguments, 1));
            case "has_attribute" -> attribute(text(arguments, 1)).isPresent();
            case "attribute" -> attribute(text(arguments, 1)).orElse(arguments.get(2));
            case "has_authenticator" -> hasAuthenticator(arguments);
            case "policy" -> passes(text(arguments, 0));
            case "message" -> say(text(arguments, 0));
            default -> throw new IllegalArgumentException("no function is called " + function);
        };
    }

    List<String> messages() {
        return List.copyOf(messages);
    }

    /** Tells what the decision was made from; of what may be personal or secret, the names only. */
    JsonObject inputs() {
        JsonObject inputs = JsonObject.empty();
        if (seen.containsKey("user")) {
            inputs = inputs.with(
                    "user",
                    JsonObject.empty()
                            .with("username", context.user().map(User::username))
                            .with("groups", (Object) context.groups())
                            .with("attributes", (Object)
                                    List.copyOf(Facts.attributes(context).keySet())));
        }
        if (seen.containsKey("request")) {
            inputs = inputs.with("request", context.client().map(Question::client));
        }
        if (seen.containsKey("application")) {
            inputs = inputs.with("application", context.application());
        }
        if (seen.containsKey("context")) {
            inputs = inputs.with(
                    "context", (Object) List.copyOf(context.facts().members().keySet()));
        }
        return seen.containsKey("now") ? inputs.with("now", context.now().toString()) : inputs;
    }

    /** Returns what other policies said. */
    List<JsonObject> asked() {
        return List.copyOf(asked.values());
    }

    private static JsonObject client(ClientInfo client) {
        return JsonObject.of("ip", client.address())
                .with("user_agent", client.userAgent())
                .with("origin", client.origin());
    }

    private Optional<Object> attribute(String name) {
        return Optional.ofNullable(Facts.attributes(context).get(name));
    }

    private boolean hasAuthenticator(List<Object> arguments) {
        Set<String> types = context.authenticators();
        return arguments.size() > 1 ? types.contains(text(arguments, 1)) : !types.isEmpty();
    }

    private boolean passes(String policy) {
        Verdict verdict = context.ask(policy);
        asked.put(policy, verdict.explanation());
        if (!verdict.passes()) {
            verdict.messages().forEach(this::say);
        }
        return verdict.passes();
    }

    /** Always false, so that it can stand behind an “or”. */
    private boolean say(String message) {
        if (messages.size() < MOST_MESSAGES && !message.isBlank()) {
            messages.add(message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)));
        }
        return false;
    }

    /** What is known only now may be something else. */
    private static String text(List<Object> arguments, int place) {
        if (arguments.get(place) instanceof String text) {
            return text;
        }
        throw new GatewrightException(ExpressionError.FAILED, "A function was given something else than a text.");
    }
}
