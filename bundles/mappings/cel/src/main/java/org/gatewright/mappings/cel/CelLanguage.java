package org.gatewright.mappings.cel;

import java.util.List;
import org.gatewright.spi.mapping.Compilation;
import org.gatewright.spi.mapping.ExpressionLanguage;
import org.gatewright.spi.mapping.TextError;
import org.gatewright.spi.mapping.Vocabulary;
import org.gatewright.spi.plugin.PluginType;
import org.osgi.service.component.annotations.Component;

/** The Common Expression Language, with {@code and}, {@code or} and {@code not}, and an {@code in} that knows networks. It has no loops and no recursion, so everything ends. */
@Component(service = ExpressionLanguage.class)
@PluginType(
        name = "cel",
        title = "CEL",
        description = "The Common Expression Language: one typed expression, such as user.is_in_group('staff') and"
                + " request.ip in ['10.0.0.0/8'].")
public final class CelLanguage implements ExpressionLanguage {

    private static final int LONGEST = 20_000;

    @Override
    public Compilation compile(String text, Vocabulary vocabulary) {
        if (text.length() > LONGEST) {
            return rejected("The expression is longer than " + LONGEST + " characters.");
        }
        Rewriting rewriting = Words.rewrite(text);
        if (rewriting.nesting() > Words.DEEPEST) {
            return rejected("The expression is nested more than " + Words.DEEPEST + " levels deep.");
        }
        return new Environment(vocabulary).compile(rewriting);
    }

    private static Compilation rejected(String sentence) {
        return new Compilation.Rejected(List.of(new TextError(1, 1, sentence)));
    }
}
