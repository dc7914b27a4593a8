package org.gatewright.console.plugins;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.plugins.PluginInfo;

/** Completes versions of the plug-in that stands in the line. */
@Service
public final class VersionCompleter implements Completer {

    @Reference
    @SuppressWarnings("NullAway.Init")
    private PluginCatalogue catalogue;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return complete(line, catalogue.snapshot().plugins(), candidates);
    }

    /** The shell also asks of each earlier word, alone, whether it is a version. */
    static int complete(CommandLine line, List<PluginInfo> plugins, List<String> candidates) {
        List<String> words = List.of(line.getArguments());
        boolean named = plugins.stream().anyMatch(plugin -> words.contains(plugin.id()));
        List<String> versions = plugins.stream()
                .filter(plugin -> !named || words.contains(plugin.id()))
                .map(PluginInfo::version)
                .distinct()
                .toList();
        return new StringsCompleter(versions).complete(null, line, candidates);
    }
}
