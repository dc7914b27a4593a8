package ${package};

import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.Pattern;
import org.gatewright.spi.settings.Title;

/**
 * Settings of one policy.
 *
 * @param domain what e-mail addresses end with after the @
 */
public record DomainSettings(
        @Title("Domain") @Help("What e-mail addresses end with after the @.") @Pattern("[a-z0-9.-]{1,253}") @Default("example.org")
        String domain) {}
