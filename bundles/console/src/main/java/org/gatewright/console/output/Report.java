package org.gatewright.console.output;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gatewright.json.JsonText;
import org.gatewright.spi.data.JsonObject;

/** Prints objects as a table for people, or as JSON for programs. */
public final class Report {

    private Report() {}

    /** Prints the objects with these members as columns; as a JSON array of whole objects if {@code json}. */
    public static void list(PrintStream out, boolean json, List<JsonObject> objects, String... columns) {
        if (json) {
            out.println(objects.stream().map(JsonText::write).collect(Collectors.joining(",", "[", "]")));
            return;
        }
        ShellTable table = new ShellTable();
        for (String column : columns) {
            table.column(column);
        }
        for (JsonObject object : objects) {
            List<Object> cells = new ArrayList<>();
            for (String column : columns) {
                cells.add(object.get(column).map(Object::toString).orElse(""));
            }
            table.addRow().addContent(cells);
        }
        table.print(out);
    }

    /** Prints one object, a member a line; as JSON if {@code json}. */
    public static void one(PrintStream out, boolean json, JsonObject object) {
        if (json) {
            out.println(JsonText.write(object));
            return;
        }
        object.members().forEach((name, value) -> out.println(name + ": " + text(value)));
    }

    private static String text(Object value) {
        if (value instanceof JsonObject object) {
            return JsonText.write(object);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Report::text).collect(Collectors.joining(", "));
        }
        return value.toString();
    }
}
