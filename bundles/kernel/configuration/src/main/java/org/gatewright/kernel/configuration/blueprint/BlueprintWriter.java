package org.gatewright.kernel.configuration.blueprint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Writes the entries of a blueprint as YAML that {@link BlueprintReader} reads. */
final class BlueprintWriter extends Representer {

    private static final String NOTE = """
            # The configuration of Gatewright. Secrets are not in it: where this is applied, those that are there stay,
            # and those that can be made are made.
            """;

    private BlueprintWriter(DumperOptions options) {
        super(options);
        representers.put(Expression.class, data -> {
            Expression expression = (Expression) data;
            Tag tag = new Tag("!" + expression.name());
            return expression.arguments().size() == 1
                    ? representScalar(tag, expression.arguments().get(0).toString())
                    : representSequence(tag, expression.arguments(), FlowStyle.FLOW);
        });
    }

    static String write(List<Map<String, Object>> entries) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        options.setSplitLines(false);
        options.setDereferenceAliases(true);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", 1);
        document.put("metadata", Map.of("name", "The configuration"));
        document.put("entries", entries);
        return NOTE + new Yaml(new BlueprintWriter(options), options).dump(document);
    }
}
