package org.gatewright.mappings.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.mapping.Bindings;
import org.gatewright.spi.mapping.Compilation;
import org.gatewright.spi.mapping.Expression;
import org.gatewright.spi.mapping.ExpressionError;
import org.gatewright.spi.mapping.Limits;
import org.gatewright.spi.mapping.TextError;
import org.gatewright.spi.mapping.ValueType.Simple;
import org.gatewright.spi.mapping.Vocabulary;
import org.gatewright.testkit.mapping.FakeBindings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CelLanguageTest {

    private final CelLanguage language = new CelLanguage();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user.is_in_group('finance') and request.ip in ['10.0.0.0/8']",
                "user.is_in_group('finance') && request.ip in ['10.0.0.0/8']",
                "not user.is_in_group('boss')",
                "not request.ip in ['192.0.2.0/24']",
                "not (1 == 2 or 2 == 3) and true",
                "not not true",
                "not false ? true : false",
                "[not false, not true][0]",
                "not 1 == 2 and not 2 == 3 or false",
                "not true == false // and a comment\n",
                "'not and or' == 'not and or'",
                "\"and\" + 'or' == 'andor'",
                "'''a and\nb''' == 'a and\\nb'",
                "r'\\d and' == '\\\\d and'",
                "{'and': 1, 'not': 2}['and'] == 1",
                "request.ip in ['192.0.2.1', '10.1.2.3']",
                "request.ip in ['10.1.2.3/32']",
                "request.ip in ['::ffff:10.0.0.0/104']",
                "'staff' in user.groups",
                "'level' in user.attributes",
                "user.attributes.level == 3",
                "user.attributes.level < 3.5",
                "'b' in user.attributes.tags",
                "user.groups.exists(group, group.startsWith('fin'))",
                "user.username.matches('^a[a-z]+e$')",
                "has(user.attributes.level) and not has(user.attributes.other)",
                "timestamp('2026-07-01T00:30:00Z').getHours('Europe/Zurich') == 2",
                "timestamp('2026-07-01T00:30:00Z') + duration('1h') > timestamp('2026-07-01T01:00:00Z')",
                "[1, 2] + [3] == [1, 2, 3]",
                "{'a': [1, {'b': 2}]} == {'a': [1, {'b': 2.0}]}",
                "{'a': 1} != {'a': 2}",
                "1 + 2 == 3 and 1u + 2u == 3u and 0.5 + 0.5 == 1.0",
                "size('äöü') == 3 and 'äöü'.size() == 3 and size([1]) == 1 and {'a': 1}.size() == 1"
            })
    void isTrue(String text) {
        assertThat(evaluate(text)).isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user.nam == 'x' | 1 | 5 | There is no member “nam”.",
                "user.username + 1 == 2 | 1 | 15 | “+” does not go with (string, int).",
                "user.username | 1 | 5 | The result must be of the type bool, and is string.",
                "true and xyz | 1 | 10 | Nothing is called “xyz” here.",
                "not user.username | 1 | 1 | “not” does not go with (string).",
                "true or (not xyz == 2) | 1 | 14 | Nothing is called “xyz” here."
            })
    void saysInItsOwnWordsWhatIsWrong(String text, int line, int column, String sentence) {
        Compilation compilation = language.compile(text, FakeBindings.vocabulary(Simple.BOOL));
        assertThat(((Compilation.Rejected) compilation).errors())
                .containsExactly(new TextError(line, column, sentence));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775807 + 1 > 0",
                "9223372036854775807 * 2 > 0",
                "-9223372036854775807 - 2 < 0",
                "18446744073709551615u + 1u > 0u",
                "1 / 0 == 1",
                "1 % 0 == 1",
                "user.attributes.other == 1",
                "user.attributes.level.deeper == 1",
                "user.groups[5] == 'x'",
                "int('x') == 1",
                "timestamp('yesterday') == timestamp('today')",
                "user.username.matches('(')",
                "user.username.matches('(?=a)a')",
                "user.username.matches('(a)\\\\1')",
                "null",
                "[null]",
                "gatewright.user{username: 'root'}.username == 'root'"
            })
    void hasNoResult(String text) {
        Compilation compilation = language.compile(text, FakeBindings.vocabulary(Simple.ANY));
        if (compilation instanceof Compilation.Compiled compiled) {
            assertThatThrownBy(() -> compiled.expression().evaluate(FakeBindings.alice(), Limits.DEFAULT))
                    .isInstanceOfSatisfying(GatewrightException.class, failed -> assertThat(failed.code())
                            .isEqualTo(ExpressionError.FAILED));
        }
    }

    @Test
    void isEnoughForAUserOfManyGroups() {
        List<String> groups =
                IntStream.range(0, 1_000).mapToObj(number -> "group-" + number).toList();
        FakeBindings busy = new FakeBindings(
                Map.of("user", Map.of("groups", groups)), FakeBindings.alice().functions(), new ArrayList<>());
        String text = "user.groups.filter(g, g.startsWith('group-1')).map(g, g + '!').exists(g, g == 'group-199!')"
                + " and 'group-999' in user.groups and user.groups.exists(g, g.matches('^group-99+$'))";
        assertThat(compiled(text).evaluate(busy, Limits.DEFAULT)).isEqualTo(true);
    }

    @Test
    void givesValuesOfTheSpi() {
        assertThat(evaluate("{'a': [1, 2u, 1.5, 'x', true], 'none': null, 'at': timestamp('2026-01-01T00:00:00Z')}"))
                .isEqualTo(Map.of("a", List.of(1L, 2L, 1.5, "x", true), "at", Instant.parse("2026-01-01T00:00:00Z")));
    }

    @Test
    void anErrorOfTheHostIsNoSideOfAnOr() {
        FakeBindings refusing = FakeBindings.alice().with("message", arguments -> {
            throw new GatewrightException(ExpressionError.FAILED, "No.");
        });
        Expression expression = compiled("message('x') or true");
        assertThatThrownBy(() -> expression.evaluate(refusing, Limits.DEFAULT)).hasMessage("No.");
    }

    @Test
    void aLimitThatIsReachedIsNoSideOfAnOr() {
        String bomb = "['aaaaaaaaaa']" + ".map(a, a + a)".repeat(40) + ".size() > 0 or true";
        assertThatThrownBy(() -> evaluate(bomb))
                .isInstanceOfSatisfying(GatewrightException.class, failed -> assertThat(failed.code())
                        .isEqualTo(ExpressionError.LIMIT));
    }

    @Test
    void countsNoTimeThatAnotherOneTakes() {
        Limits strict = new Limits(1_000_000, 100_000, Duration.ofSeconds(1));
        FakeBindings slow = FakeBindings.alice().with("message", arguments -> {
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < Duration.ofMillis(1_100).toNanos()) {
                Thread.onSpinWait();
            }
            return true;
        });
        assertThat(compiled("message('x') and 'a' + 'b' == 'ab'").evaluate(slow, strict))
                .isEqualTo(true);
    }

    @Test
    void countsAnewWithinAnotherEvaluation() {
        Expression inner = compiled("[1, 2, 3].map(a, a + 1) == [2, 3, 4]");
        FakeBindings outer =
                FakeBindings.alice().with("message", arguments -> inner.evaluate(FakeBindings.alice(), Limits.DEFAULT));
        assertThat(compiled("[1] + [2] == [1, 2] and message('x') and [1] + [2] == [1, 2]")
                        .evaluate(outer, Limits.DEFAULT))
                .isEqualTo(true);
    }

    @Test
    void keepsToTheTypesOfAMoment() {
        Vocabulary clock = new Vocabulary(Map.of("now", Simple.TIME), List.of(), Simple.BOOL);
        Compilation compilation = language.compile("now.getDayOfWeek('Europe/Zurich') in [1, 2, 3, 4, 5]", clock);
        Bindings monday =
                new FakeBindings(Map.of("now", Instant.parse("2026-11-22T23:30:00Z")), Map.of(), new ArrayList<>());
        assertThat(((Compilation.Compiled) compilation).expression().evaluate(monday, Limits.DEFAULT))
                .isEqualTo(true);
    }

    private Object evaluate(String text) {
        return compiled(text).evaluate(FakeBindings.alice(), Limits.DEFAULT);
    }

    private Expression compiled(String text) {
        Compilation compilation = language.compile(text, FakeBindings.vocabulary(Simple.ANY));
        assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
        return ((Compilation.Compiled) compilation).expression();
    }
}
