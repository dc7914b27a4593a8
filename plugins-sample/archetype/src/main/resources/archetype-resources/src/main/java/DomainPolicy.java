package ${package};

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.plugin.PluginType;
import org.gatewright.spi.policy.Policy;
import org.gatewright.spi.policy.PolicyContext;
import org.gatewright.spi.policy.Verdict;
import org.osgi.service.component.annotations.Component;

/** Passes users whose e-mail address is in a domain. */
@Component(service = Policy.class)
@PluginType(
        name = "${type}",
        title = "Domain",
        description = "Passes users whose e-mail address is in a domain.",
        settings = DomainSettings.class)
public final class DomainPolicy implements Policy {

    @Override
    public Verdict decide(PolicyContext context) {
        String domain = context.settings(DomainSettings.class).domain();
        Optional<String> address = context.user().map(User::email);
        JsonObject explanation = JsonObject.of("domain", domain).with("email", address);
        return address.filter(email -> email.toLowerCase(Locale.ROOT).endsWith("@" + domain))
                        .isPresent()
                ? new Verdict(true, List.of(), explanation)
                : new Verdict(false, List.of("This is only for people of " + domain + "."), explanation);
    }
}
