package org.gatewright.mappings.cel;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what CEL complains of in the words of the one who wrote the expression. */
final class Sentences {

    private static final Pattern OVERLOAD = Pattern.compile(
            "found no matching overload for '(.*)' applied to '(.*)' \\(candidates: .*\\)", Pattern.DOTALL);
    private static final Pattern UNKNOWN = Pattern.compile("undeclared reference to '(.*)' \\(in container '.*'\\)");
    private static final Pattern MEMBER = Pattern.compile("undefined field '(.*)'");
    private static final Pattern RESULT = Pattern.compile("expected type '(.*)' but found '(.*)'");

    private static final Pattern PLACE = Pattern.compile("^evaluation error(?: at <input>:[0-9]+)?: ");

    private static final Map<String, String> WORDS = Map.of(
            "@in", "in",
            "_[_]", "[]",
            "!_", "not",
            "-_", "-",
            "_?_:_", "? :");

    private Sentences() {}

    /** Says it of an evaluation, without the place in what CEL was given. */
    static String ofEvaluation(String message) {
        return of(PLACE.matcher(message).replaceFirst(""));
    }

    static String of(String message) {
        Matcher overload = OVERLOAD.matcher(message);
        if (overload.matches()) {
            return "“" + operator(overload.group(1)) + "” does not go with " + types(overload.group(2)) + ".";
        }
        Matcher unknown = UNKNOWN.matcher(message);
        if (unknown.matches()) {
            return "Nothing is called “" + unknown.group(1) + "” here.";
        }
        Matcher member = MEMBER.matcher(message);
        if (member.matches()) {
            return "There is no member “" + member.group(1) + "”.";
        }
        Matcher result = RESULT.matcher(message);
        if (result.matches()) {
            return "The result must be of the type " + types(result.group(1)) + ", and is " + types(result.group(2))
                    + ".";
        }
        String sentence = message.isEmpty() ? "This is wrong" : message;
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + (sentence.endsWith(".") ? "" : ".");
    }

    private static String operator(String name) {
        String plain = name.replaceAll("^_(.+)_$", "$1");
        return WORDS.getOrDefault(name, plain);
    }

    private static String types(String types) {
        return types.replace("gatewright.", "").replace("google.protobuf.Timestamp", "time");
    }
}
