package org.gatewright.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.console.Command;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OptionOrderTest {

    private static class Common {
        @Option(name = "--json")
        boolean json;
    }

    private static final class Create extends Common implements Action {
        @Option(name = "--email", aliases = "-e")
        String email = "";

        @Option(name = "--group", multiValued = true)
        List<String> groups = new ArrayList<>();

        @Override
        public @Nullable Object execute() {
            return null;
        }
    }

    private static List<String> arranged(String... words) {
        return OptionOrder.arrange(Create.class, List.of(words));
    }

    @Test
    void movesOptionsWithTheirValuesBeforeArguments() {
        assertThat(arranged("bob", "--email", "b@example.org", "x=1", "--json", "--group", "a", "--group", "b"))
                .containsExactly("--email", "b@example.org", "--json", "--group", "a", "--group", "b", "bob", "x=1");
    }

    @Test
    void knowsAliasesAndValuesBehindAnEqualsSign() {
        assertThat(arranged("bob", "-e", "b@example.org", "--group=a"))
                .containsExactly("-e", "b@example.org", "--group=a", "bob");
    }

    @Test
    void takesTheNextWordForTheValueWhateverItLooksLike() {
        assertThat(arranged("bob", "--email", "--json")).containsExactly("--email", "--json", "bob");
        assertThat(arranged("bob", "--email")).containsExactly("--email", "bob");
    }

    @Test
    void leavesWhatIsNoOptionWhereItIs() {
        assertThat(arranged("--unknown", "bob", "-3", "--jsn=1")).containsExactly("--unknown", "bob", "-3", "--jsn=1");
    }

    @Test
    void leavesCommandsOfAnotherMakeAlone() {
        Command other = (Command) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Command.class}, (proxy, method, arguments) -> null);
        assertThat(OptionOrder.arrange(other, List.of("bob", "--json"))).containsExactly("bob", "--json");
    }
}
