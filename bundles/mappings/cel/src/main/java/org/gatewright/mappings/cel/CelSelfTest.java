package org.gatewright.mappings.cel;

import java.util.List;
import java.util.Map;
import org.gatewright.spi.mapping.Bindings;
import org.gatewright.spi.mapping.Compilation;
import org.gatewright.spi.mapping.Limits;
import org.gatewright.spi.mapping.ValueType.MapOf;
import org.gatewright.spi.mapping.ValueType.Simple;
import org.gatewright.spi.mapping.Vocabulary;
import org.gatewright.spi.plugin.SelfTest;
import org.osgi.service.component.annotations.Component;

/** Evaluates an expression before anybody can: the library is packed in whole, and the first visitor does not wait until it is loaded. */
@Component(service = SelfTest.class)
public final class CelSelfTest implements SelfTest {

    private static final String TEXT =
            "['a', 'b'].map(x, x + x).exists(y, y.matches('^b+$')) and not place.ip in ['192.0.2.0/24']";

    private static final Vocabulary WORDS =
            new Vocabulary(Map.of("place", new MapOf(Simple.TEXT)), List.of(), Simple.BOOL);

    /** A place. */
    private static final class Place implements Bindings {

        @Override
        public Object variable(String name) {
            return Map.of("ip", "10.1.2.3");
        }

        @Override
        public Object call(String function, List<Object> arguments) {
            throw new IllegalArgumentException("there is no function " + function);
        }
    }

    @Override
    public List<String> problems() {
        Compilation compilation = new CelLanguage().compile(TEXT, WORDS);
        if (compilation instanceof Compilation.Rejected rejected) {
            return List.of(rejected.errors().get(0).describe());
        }
        Object value = ((Compilation.Compiled) compilation).expression().evaluate(new Place(), Limits.DEFAULT);
        return value.equals(true) ? List.of() : List.of("An expression that is true was evaluated as " + value + ".");
    }
}
