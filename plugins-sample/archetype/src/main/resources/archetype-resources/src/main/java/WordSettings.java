package ${package};

import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.Length;
import org.gatewright.spi.settings.Title;

/**
 * Settings of one step.
 *
 * @param word what the visitor has to say
 */
public record WordSettings(
        @Title("Word") @Help("What the visitor has to say.") @Length(min = 1, max = 100) @Default("please")
        String word) {}
