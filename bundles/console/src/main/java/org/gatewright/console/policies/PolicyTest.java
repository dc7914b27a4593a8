package org.gatewright.console.policies;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.gatewright.console.output.Report;
import org.gatewright.port.configuration.Configuration;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.directory.Users;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.policy.Decision;
import org.gatewright.port.policy.PolicyEngine;
import org.gatewright.port.policy.PolicyQuestion;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.http.AddressRange;
import org.gatewright.spi.http.ClientInfo;
import org.jspecify.annotations.Nullable;

/** Asks a policy about a user and a request that somebody makes up. */
@Service
@Command(
        scope = "idp",
        name = "policy-test",
        description = "Asks a policy about a user and an address, and tells what it decides and why.")
public final class PolicyTest implements Action {

    @Argument(index = 0, name = "policy", description = "The name of the policy", required = true)
    @Completion(PolicyCompleter.class)
    private String name = "";

    @Option(name = "--user", description = "The user name; without it nobody is known")
    private String user = "";

    @Option(name = "--ip", description = "The address that the request comes from")
    private String ip = "";

    @Option(name = "--application", description = "The slug of the application to be opened")
    private String application = "";

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Configuration configuration;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private PolicyEngine policies;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Users users;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Session session;

    @Override
    public @Nullable Object execute() {
        ConfigurationObject policy = configuration
                .snapshot()
                .named(Model.POLICY, name)
                .orElseThrow(() -> absent("There is no policy with the name " + name + "."));
        Decision decision = policies.test(configuration.snapshot(), policy.id(), question());
        JsonObject report = JsonObject.of("passing", decision.passes())
                .with("messages", (Object) decision.messages())
                .with("explanation", decision.explanation());
        Report.one(session.getConsole(), json, report);
        return null;
    }

    private PolicyQuestion question() {
        return new PolicyQuestion(
                user.isEmpty() ? Optional.empty() : Optional.of(known()),
                Optional.of(application).filter(slug -> !slug.isEmpty()),
                ip.isEmpty() ? Optional.empty() : Optional.of(client()),
                JsonObject.empty());
    }

    private User known() {
        return users.list(new PageRequest(1, 1, List.of(), "", Map.of("username", user))).items().stream()
                .findFirst()
                .orElseThrow(() -> absent("There is no user with the name " + user + "."));
    }

    private ClientInfo client() {
        if (!AddressRange.isAddress(ip)) {
            throw new GatewrightException(CommonError.INVALID_FIELDS, ip + " is no IP address.");
        }
        return new ClientInfo(ip, "", URI.create("https://localhost"));
    }

    private static GatewrightException absent(String sentence) {
        return new GatewrightException(CommonError.NOT_FOUND, sentence);
    }
}
