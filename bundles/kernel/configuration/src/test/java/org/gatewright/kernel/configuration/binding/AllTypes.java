package org.gatewright.kernel.configuration.binding;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretHash;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Format;
import org.gatewright.spi.settings.Generated;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.Length;
import org.gatewright.spi.settings.Pattern;
import org.gatewright.spi.settings.Range;
import org.gatewright.spi.settings.RefersTo;
import org.gatewright.spi.settings.Title;
import org.gatewright.spi.settings.Unique;

/** Settings with a component of every type and rule. */
record AllTypes(
        @Title("Text") @Help("Some text.") @Length(min = 1, max = 5) @Pattern("[a-z]+")
        String someText,

        @Default("plain") String textWithDefault,
        @Format("email") @Default("") String email,
        @Range(min = 1, max = 20) @Default("5") int maxTries,
        @Default("7") long big,
        @Range(min = 0, max = 1) @Default("0.5") double share,
        boolean flag,
        @Default("true") boolean flagOn,
        @Default("per_provider") Mode mode,
        @Default("hours=1;minutes=30") Duration span,
        @Default("https://app.example.org/") URI address,
        @RefersTo("flow") Optional<UUID> flow,
        @RefersTo("group") List<UUID> groups,
        @Length(max = 2) List<String> few,
        Optional<Integer> number,
        Optional<SecretText> secret,
        @Generated(length = 32) SecretHash hash,
        @Generated(length = 20) @Unique String clientId,
        @Default("{}") JsonObject free,
        Optional<Nested> nested,
        List<Nested> many,
        boolean default_) {

    enum Mode {
        GLOBAL,
        PER_PROVIDER
    }

    record Nested(@Length(min = 1) String name, Optional<SecretText> key) {
        Nested {
            if (name.equals("refused")) {
                throw new IllegalArgumentException("a name cannot be refused");
            }
        }
    }

    AllTypes {
        if (maxTries == 13) {
            throw new IllegalArgumentException("13 tries bring bad luck");
        }
    }
}
