package org.gatewright.console.input;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.plugins.TypeVersion;
import org.gatewright.spi.plugin.Kind;

/** Completes the names of installed provider types. */
@Service
public final class TypeCompleter implements Completer {

    @Reference
    @SuppressWarnings("NullAway.Init")
    private PluginCatalogue catalogue;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> types = catalogue.snapshot().active(Kind.PROTOCOL).stream()
                .map(TypeVersion::type)
                .toList();
        return new StringsCompleter(types).complete(session, line, candidates);
    }
}
