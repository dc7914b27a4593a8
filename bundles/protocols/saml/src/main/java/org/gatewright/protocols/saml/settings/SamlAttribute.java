package org.gatewright.protocols.saml.settings;

import java.util.Optional;
import org.gatewright.spi.mapping.Script;
import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Format;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.Length;
import org.gatewright.spi.settings.Pattern;
import org.gatewright.spi.settings.Title;

/**
 * An attribute of the user that a service provider gets.
 *
 * @param samlName its name
 * @param friendlyName its name for people
 * @param expression what it is
 * @param language of the expression
 */
public record SamlAttribute(
        @Title("SAML attribute name") @Length(min = 1, max = 500)
        String samlName,

        @Title("Friendly name") @Length(max = 200) Optional<String> friendlyName,

        @Title("Expression")
        @Help(
                "What the service provider gets, such as user.email or user.groups. A list becomes several values; nothing is sent of an empty one.")
        @Format("expression")
        @Length(min = 1, max = 20_000)
        String expression,

        @Title("Language") @Help("A language that is installed.") @Pattern("[a-z0-9_]{1,64}") @Default("cel")
        String language) {

    /** An attribute in the language that is always there. */
    static SamlAttribute of(String samlName, String expression) {
        return new SamlAttribute(samlName, Optional.empty(), expression, "cel");
    }

    /** Returns the expression in its language. */
    public Script script() {
        return new Script(language, expression);
    }
}
