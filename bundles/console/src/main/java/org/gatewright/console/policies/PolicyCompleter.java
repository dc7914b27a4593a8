package org.gatewright.console.policies;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.gatewright.port.configuration.Configuration;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Model;

/** Completes names of policies. */
@Service
public final class PolicyCompleter implements Completer {

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Configuration configuration;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> names = configuration.snapshot().objects(Model.POLICY).stream()
                .map(ConfigurationObject::name)
                .toList();
        return new StringsCompleter(names).complete(session, line, candidates);
    }
}
