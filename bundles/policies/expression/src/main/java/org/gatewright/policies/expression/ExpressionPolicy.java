package org.gatewright.policies.expression;

import java.util.List;
import java.util.Map;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.ErrorKind;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.mapping.Expressions;
import org.gatewright.spi.mapping.TextError;
import org.gatewright.spi.plugin.PluginType;
import org.gatewright.spi.plugin.SettingsCheck;
import org.gatewright.spi.policy.Policy;
import org.gatewright.spi.policy.PolicyContext;
import org.gatewright.spi.policy.Verdict;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Passes if an expression is true. What cannot be evaluated is no verdict: the engine makes of it what the binding says, and that is a refusal. */
@Component(service = Policy.class)
@PluginType(
        name = "expression",
        title = "Expression",
        description = "Passes if an expression is true.",
        settings = ExpressionSettings.class)
public final class ExpressionPolicy implements Policy, SettingsCheck<ExpressionSettings> {

    private static final String WITHOUT_WORDS = "You do not meet the conditions that are set for this.";

    /** How much of an expression an event keeps. */
    private static final int SHOWN = 2_000;

    private final Expressions expressions;

    /** Evaluates with the languages of the server. */
    @Activate
    public ExpressionPolicy(@Reference Expressions expressions) {
        this.expressions = expressions;
    }

    @Override
    public Verdict decide(PolicyContext context) {
        ExpressionSettings settings = context.settings(ExpressionSettings.class);
        Question question = new Question(context);
        Expressions.Result result = expressions.evaluate(settings.script(), Words.ALL, question);
        boolean passes = (Boolean) result.value();
        JsonObject explanation = JsonObject.of("expression", shortened(settings.expression()))
                .with("language", settings.language())
                .with("language_version", result.version())
                .with("result", passes)
                .with("inputs", (Object) question.inputs());
        if (!question.asked().isEmpty()) {
            explanation = explanation.with("policies", (Object) question.asked());
        }
        return new Verdict(passes, passes ? List.of() : messages(question), explanation);
    }

    @Override
    public Map<String, List<String>> problems(ExpressionSettings settings) {
        try {
            List<TextError> errors = expressions.check(settings.script(), Words.ALL);
            return errors.isEmpty()
                    ? Map.of()
                    : Map.of(
                            "expression",
                            errors.stream().map(TextError::describe).toList());
        } catch (GatewrightException e) {
            if (e.code().kind() != ErrorKind.UNAVAILABLE) {
                throw e;
            }
            return Map.of("language", List.of(e.detail()));
        }
    }

    private static String shortened(String expression) {
        return expression.length() <= SHOWN ? expression : expression.substring(0, SHOWN) + "…";
    }

    private static List<String> messages(Question question) {
        return question.messages().isEmpty() ? List.of(WITHOUT_WORDS) : question.messages();
    }
}
