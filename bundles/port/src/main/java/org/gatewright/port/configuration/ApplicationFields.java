package org.gatewright.port.configuration;

import java.util.Optional;
import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Format;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.Length;
import org.gatewright.spi.settings.Pattern;
import org.gatewright.spi.settings.RefersTo;
import org.gatewright.spi.settings.Title;

/** The fields of an application. */
public record ApplicationFields(
        @Title("Name") @Length(min = 1, max = 200) String name,

        @Title("Slug") @Help("Names the application in addresses.") @Pattern("[a-z0-9][a-z0-9_-]{0,99}")
        String slug,

        @Title("Provider") @Help("The number of the provider.") @RefersTo("provider")
        Optional<Long> provider,

        @Title("Group") @Help("Applications of one group stand together.") @Length(max = 200) @Default("")
        String group,

        @Title("Policy engine mode") @Default("any") EngineMode policyEngineMode,
        @Title("Launch address") @Format("uri") @Default("") String metaLaunchUrl,
        @Title("Icon") @Default("") String metaIcon,

        @Title("Description") @Format("multiline") @Default("")
        String metaDescription,

        @Title("Publisher") @Length(max = 200) @Default("") String metaPublisher,
        @Title("Open in a new tab") boolean openInNewTab,
        @Title("Hide") @Help("Not shown in the library.") boolean metaHide) {}
