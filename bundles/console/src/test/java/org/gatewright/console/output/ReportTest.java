package org.gatewright.console.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.gatewright.json.JsonText;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final JsonObject USER =
            JsonObject.of("pk", 1).with("username", "ann \"a\"").with("groups", List.of("x", "y"));

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, UTF_8);

    private String printed() {
        return bytes.toString(UTF_8);
    }

    @Test
    void printsAnObjectAsJson() {
        Report.one(out, true, USER);

        assertThat(printed().lines()).hasSize(1);
        assertThat(JsonText.read(printed())).isEqualTo(USER);
    }

    @Test
    void printsAListAsAJsonArrayOfWholeObjects() {
        Report.list(out, true, List.of(USER, USER), "pk");

        assertThat(JsonText.read("{\"all\":" + printed() + "}").objects("all")).containsExactly(USER, USER);
    }

    @Test
    void printsAnEmptyListAsJson() {
        Report.list(out, true, List.of(), "pk");

        assertThat(printed().strip()).isEqualTo("[]");
    }

    @Test
    void printsAnObjectALineAMember() {
        Report.one(out, false, USER);

        assertThat(printed().lines()).containsExactly("pk: 1", "username: ann \"a\"", "groups: x, y");
    }

    @Test
    void printsAListAsATableOfItsColumns() {
        Report.list(out, false, List.of(USER, JsonObject.of("pk", 2)), "pk", "username");

        assertThat(printed()).contains("pk", "username", "ann \"a\"", "2").doesNotContain("groups");
    }
}
