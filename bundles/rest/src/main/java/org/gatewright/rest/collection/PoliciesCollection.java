package org.gatewright.rest.collection;

import java.util.Map;
import org.gatewright.port.configuration.Configuration;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.directory.AccessControl;
import org.gatewright.port.plugins.PluginCatalogue;

/** Policies, of one type or of all. They can be tried. */
final class PoliciesCollection extends ConfigurationCollection {

    private final PolicyTrial trial;

    PoliciesCollection(
            Configuration configuration,
            AccessControl access,
            PluginCatalogue catalogue,
            PolicyTrial trial,
            String type,
            String path) {
        super(configuration, access, catalogue, Model.POLICY, type, Key.UUID, path);
        this.trial = trial;
    }

    @Override
    public Map<String, Action> actions() {
        return Map.of(
                "test",
                Act.needing("view", (actor, key, body) -> trial.run(actor, existing(key), body))
                        .taking(PolicyTrial.QUESTION.input())
                        .answering(PolicyTrial.ANSWER.schema()));
    }
}
