package org.gatewright.console.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.support.completers.ArgumentCommandLine;
import org.gatewright.json.JsonText;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.Test;

class CompletersTest {

    private static final JsonObject SCHEMA = JsonText.read("""
            {"type": "object", "properties": {
              "redirect_uris": {"type": "array"},
              "pkce": {"type": "string", "enum": ["optional", "required"]},
              "email_verified": {"type": "boolean"}
            }}""");

    /** The cursor is at the end. */
    private record Line(String getBuffer) implements CommandLine {
        @Override
        public String[] getArguments() {
            return getBuffer().split(" ", -1);
        }

        @Override
        public int getCursorArgumentIndex() {
            return getArguments().length - 1;
        }

        @Override
        public String getCursorArgument() {
            return getArguments()[getCursorArgumentIndex()];
        }

        @Override
        public int getArgumentPosition() {
            return getCursorArgument().length();
        }

        @Override
        public int getBufferPosition() {
            return getBuffer().length();
        }
    }

    private static List<String> settings(CommandLine line) {
        List<String> candidates = new ArrayList<>();
        int start = SettingCompleter.complete(
                line, type -> type.equals("oauth2") ? Optional.of(SCHEMA) : Optional.empty(), candidates);
        int typed = line.getBufferPosition() - line.getArgumentPosition();
        assertThat(start).isEqualTo(candidates.isEmpty() ? -1 : typed);
        return candidates;
    }

    @Test
    void completesTheKeysOfTheTypeInTheLine() {
        assertThat(settings(new Line("idp:provider-create oauth2 Foo ")))
                .containsExactly("redirect_uris=", "pkce=", "email_verified=");
        assertThat(settings(new Line("idp:provider-create oauth2 Foo re"))).containsExactly("redirect_uris=");
        assertThat(settings(new Line("idp:provider-create oauth2 Foo x"))).isEmpty();
    }

    @Test
    void completesValuesIfThereAreOnlyAFew() {
        assertThat(settings(new Line("idp:provider-create oauth2 Foo pkce=")))
                .containsExactly("pkce=optional ", "pkce=required ");
        assertThat(settings(new Line("idp:provider-create oauth2 Foo email_verified=t")))
                .containsExactly("email_verified=true ");
        assertThat(settings(new Line("idp:provider-create oauth2 Foo redirect_uris=http")))
                .isEmpty();
    }

    @Test
    void completesNothingForATypeThatIsNotThere() {
        assertThat(settings(new Line("idp:provider-create saml Foo "))).isEmpty();
    }

    @Test
    void takesAnEarlierSettingThatTheShellShowsAlone() {
        assertThat(settings(new ArgumentCommandLine("pkce=optional", 13))).containsExactly("pkce=optional");
        assertThat(settings(new ArgumentCommandLine("Foo", 3))).isEmpty();
    }

    @Test
    void takesAnyWordForAName() {
        List<String> candidates = new ArrayList<>();
        assertThat(new NameCompleter().complete(null, new Line("idp:provider-create oauth2 Foo"), candidates))
                .isEqualTo(27);
        assertThat(candidates).containsExactly("Foo ");
        assertThat(new NameCompleter().complete(null, new Line("idp:provider-create oauth2 "), new ArrayList<>()))
                .isEqualTo(-1);
    }
}
