package org.gatewright.mappings.cel;

import java.util.List;
import org.gatewright.spi.mapping.ExpressionLanguage;
import org.gatewright.testkit.mapping.ExpressionLanguageContract;

class CelContractTest extends ExpressionLanguageContract {

    private static final String TEN = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]";

    @Override
    protected ExpressionLanguage language() {
        return new CelLanguage();
    }

    @Override
    protected List<String> endless() {
        String many = "[" + "1,".repeat(900) + "1]";
        String text = "'" + "a".repeat(9_000) + "'";
        return List.of(
                nested("true"),
                nested("a + b + c + d + e + f > 0"),
                many + ".all(a, " + many + ".all(b, a == b))",
                many + ".all(a, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab'.matches('^(a+)+$') || true)",
                many + ".all(a, " + text + ".matches('(a*)*(a*)*(a*)*b') || true)",
                many + ".all(a, " + text + ".contains('" + "a".repeat(2_000) + "b') || true)",
                many + ".all(a, " + text + " == " + text + ")",
                many + ".all(a, size(" + text + ") > 0)",
                "'x'.matches('((a{100}){100}){100}')",
                "'x'.matches('(((((x{10}){10}){10}){10}){10})')",
                "'x'.matches('" + "(a|b|c|d)*".repeat(90) + "')",
                deep(40) + " == " + deep(40),
                deep(40) + " in [" + deep(40) + "]",
                deep(40),
                "[" + deep(3) + "].all(a, " + many + ".all(b, a" + "[0]".repeat(3) + " > 0 && "
                        + "a.size() > 0 && ".repeat(100) + "true))",
                many + ".map(a, " + many + ").all(b, b.size() > 0)",
                many + ".map(a, [" + "a,".repeat(900) + "a])");
    }

    @Override
    protected List<String> growing() {
        return List.of(
                "['aaaaaaaaaa']" + ".map(a, a + a)".repeat(40),
                "[[1, 2, 3]]" + ".map(a, a + a)".repeat(40),
                "[b'aaaaaaaa']" + ".map(a, a + a)".repeat(40));
    }

    /** Six loops in one another: a million turns. */
    private static String nested(String inside) {
        String text = inside;
        for (char name : "fedcba".toCharArray()) {
            text = TEN + ".all(" + name + ", " + text + ")";
        }
        return text;
    }

    /** A list of lists of lists that has few parts, and more leaves than there are atoms. */
    private static String deep(int levels) {
        return "[1]" + ".map(a, [a, a, a, a, a, a, a, a])".repeat(levels);
    }
}
