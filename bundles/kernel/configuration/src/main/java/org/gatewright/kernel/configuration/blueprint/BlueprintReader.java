package org.gatewright.kernel.configuration.blueprint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gatewright.port.error.InvalidFieldsException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML into plain values and {@link Expression}s. Any other tag is refused; no class is named by the text. */
final class BlueprintReader extends SafeConstructor {

    private static final List<String> TAGS = List.of("KeyOf", "Find", "Env", "Context", "Format", "If", "Condition");

    private BlueprintReader(LoaderOptions options) {
        super(options);
        TAGS.forEach(name -> yamlConstructors.put(new Tag("!" + name), new ConstructExpression(name)));
        yamlConstructors.put(Tag.TIMESTAMP, new ConstructText());
    }

    /**
     * Reads the text.
     *
     * @throws InvalidFieldsException if it is not YAML, or has a tag that blueprints do not know
     */
    static Object read(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(50);
        options.setNestingDepthLimit(32);
        try {
            Object value = new Yaml(new BlueprintReader(options)).load(yaml);
            return value == null ? Collections.emptyMap() : value;
        } catch (YAMLException e) {
            throw new InvalidFieldsException(
                    InvalidFieldsException.NON_FIELD_ERRORS, "The blueprint cannot be read: " + e.getMessage());
        }
    }

    private final class ConstructExpression extends AbstractConstruct {

        private final String name;

        ConstructExpression(String name) {
            this.name = name;
        }

        @Override
        public Object construct(Node node) {
            if (node instanceof ScalarNode scalar) {
                return new Expression(name, List.of(scalar.getValue()));
            }
            if (node instanceof SequenceNode sequence) {
                List<Object> arguments = new ArrayList<>();
                sequence.getValue().forEach(argument -> arguments.add(constructObject(argument)));
                return new Expression(name, Collections.unmodifiableList(arguments));
            }
            throw new YAMLException("!" + name + " takes text or a list" + node.getStartMark());
        }
    }

    /** Keeps what looks like a date as the text it is. */
    private static final class ConstructText extends AbstractConstruct {
        @Override
        public Object construct(Node node) {
            return ((ScalarNode) node).getValue();
        }
    }
}
