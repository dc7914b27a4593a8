package org.gatewright.policies.expression;

import org.gatewright.spi.mapping.Script;
import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Format;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.Length;
import org.gatewright.spi.settings.Pattern;
import org.gatewright.spi.settings.Title;

/** Settings of one expression policy. */
public record ExpressionSettings(
        @Title("Expression")
        @Help("What must be true, such as user.is_in_group('staff') and request.ip in ['10.0.0.0/8'].")
        @Length(min = 1, max = 20_000)
        @Format("expression")
        String expression,

        @Title("Language") @Help("A language that is installed.") @Pattern("[a-z0-9_]{1,64}") @Default("cel")
        String language) {

    Script script() {
        return new Script(language, expression);
    }
}
