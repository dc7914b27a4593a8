package org.gatewright.testkit.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatewright.spi.error.ErrorCode;
import org.gatewright.spi.error.ErrorKind;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.mapping.Compilation;
import org.gatewright.spi.mapping.Expression;
import org.gatewright.spi.mapping.ExpressionError;
import org.gatewright.spi.mapping.ExpressionLanguage;
import org.gatewright.spi.mapping.Limits;
import org.gatewright.spi.mapping.TextError;
import org.gatewright.spi.mapping.ValueType;
import org.gatewright.spi.mapping.ValueType.Simple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link ExpressionLanguage} must do. Extend it in the language's own test. Where the language writes things in another way, override the texts.
 *
 * @since 1.0
 */
@Timeout(60)
public abstract class ExpressionLanguageContract {

    private static final int TIMES = 64;
    private static final int DEEP = 100_000;

    private static final List<String> WAYS_OUT = List.of(
            "''.class",
            "''.getClass()",
            "''.getClass().forName('java.lang.Runtime')",
            "user.class",
            "user.getClass().getName()",
            "user.groups.getClass()",
            "request.getClass().getClassLoader()",
            "new java.io.File('/etc/passwd')",
            "new('java.io.File', '/etc/passwd')",
            "java.lang.System.exit(1)",
            "T(java.lang.Runtime)",
            "System.getProperty('user.home')",
            "''.getBytes()",
            "user.groups.add('admin')",
            "user.groups.clear()",
            "user.groups.stream()",
            "user.put('username', 'root')",
            "user.username = 'root'",
            "user.attributes.level = 4",
            "import java.lang",
            "#{1}",
            "${1}",
            "`${1}`",
            "this",
            "context",
            "env");

    /** A way to fail that is not the language's. */
    private enum Refusal implements ErrorCode {
        NO;

        @Override
        public String code() {
            return "test/no";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.UNAVAILABLE;
        }
    }

    /** Returns the language. */
    protected abstract ExpressionLanguage language();

    /** Returns a text that takes endless time or steps, or as much as the language allows. */
    protected abstract List<String> endless();

    /** Returns texts that make a value which doubles again and again. */
    protected abstract List<String> growing();

    /** Returns the text for: the user is in the group, and comes from the network. */
    protected String memberFromNetwork(String group, String network) {
        return "user.is_in_group('" + group + "') and request.ip in ['" + network + "']";
    }

    /** Returns a text in which the second line names, in its third column, what there is not. */
    protected String wrongInTheSecondLine() {
        return "user.username == 'alice' and\n  nobody == 'bob'";
    }

    @Test
    void evaluatesWhatTheVocabularyNames() {
        assertThat(evaluate(memberFromNetwork("finance", "10.0.0.0/8"))).isEqualTo(true);
        assertThat(evaluate(memberFromNetwork("boss", "10.0.0.0/8"))).isEqualTo(false);
        assertThat(evaluate(memberFromNetwork("finance", "192.168.0.0/16"))).isEqualTo(false);
    }

    @Test
    void findsAddressesInNetworks() {
        Expression inV6 = compiled(memberFromNetwork("finance", "2001:db8::/32"), Simple.BOOL);
        FakeBindings alice = FakeBindings.alice();
        assertThat(inV6.evaluate(alice.from("2001:db8:0:1::5"), Limits.DEFAULT)).isEqualTo(true);
        assertThat(inV6.evaluate(alice.from("2001:db9::5"), Limits.DEFAULT)).isEqualTo(false);
        assertThat(inV6.evaluate(alice.from("10.1.2.3"), Limits.DEFAULT)).isEqualTo(false);
        Expression inV4 = compiled(memberFromNetwork("finance", "10.0.0.0/8"), Simple.BOOL);
        assertThat(inV4.evaluate(alice.from("::ffff:10.9.9.9"), Limits.DEFAULT)).isEqualTo(true);
        assertThat(inV4.evaluate(alice.from("::ffff:11.9.9.9"), Limits.DEFAULT)).isEqualTo(false);
        assertThat(inV4.evaluate(alice.from("no address"), Limits.DEFAULT)).isEqualTo(false);
    }

    @Test
    void doesNotLetAWrongNetworkCountAsAnyOrNone() {
        Expression wrong = compiled(memberFromNetwork("finance", "10.0.0.0/33"), Simple.BOOL);
        assertThatThrownBy(() -> wrong.evaluate(FakeBindings.alice(), Limits.DEFAULT))
                .isInstanceOfSatisfying(GatewrightException.class, failed -> assertThat(failed.code())
                        .isEqualTo(ExpressionError.FAILED));
    }

    @Test
    void asksForNothingThatIsNotNeeded() {
        FakeBindings bindings = FakeBindings.alice();
        compiled("user.username == 'alice'", Simple.BOOL).evaluate(bindings, Limits.DEFAULT);
        assertThat(bindings.read()).contains("user").doesNotContain("request");
    }

    @Test
    void saysWhereATextIsWrong() {
        List<TextError> errors = rejected(wrongInTheSecondLine());
        assertThat(errors).isNotEmpty();
        assertThat(errors.get(0).line()).isEqualTo(2);
        assertThat(errors.get(0).column()).isEqualTo(3);
        assertThat(errors.get(0).sentence()).isNotBlank();
    }

    @Test
    void rejectsWhatIsNoExpression() {
        for (String text :
                List.of("(", "user.", "user.username ==", "'", "\u0000", "] [", "user.username == 'alice' )")) {
            assertThat(rejected(text)).as(text).isNotEmpty().allSatisfy(error -> {
                assertThat(error.line()).isPositive();
                assertThat(error.column()).isPositive();
            });
        }
    }

    @Test
    void rejectsMembersAndFunctionsThatThereAreNot() {
        assertThat(rejected("user.secret == 'x'")).isNotEmpty();
        assertThat(rejected("user.is_in_family('x')")).isNotEmpty();
        assertThat(rejected("exec('x')")).isNotEmpty();
    }

    @Test
    void passesOnWhatAFunctionSays() {
        Expression expression = compiled("user.is_in_group('finance')", Simple.BOOL);
        FakeBindings refusing = FakeBindings.alice().with("is_in_group", arguments -> {
            throw new GatewrightException(Refusal.NO, "No.");
        });
        assertThatThrownBy(() -> expression.evaluate(refusing, Limits.DEFAULT))
                .isInstanceOfSatisfying(GatewrightException.class, failed -> assertThat(failed.code())
                        .isEqualTo(Refusal.NO));
    }

    @Test
    void givesTheSameToManyAtOnce() {
        Expression expression = compiled(memberFromNetwork("finance", "10.0.0.0/8"), Simple.BOOL);
        List<FakeBindings> askers =
                List.of(FakeBindings.alice(), FakeBindings.alice().from("192.0.2.1"));
        assertThat(IntStream.range(0, TIMES).parallel().allMatch(number -> expression
                        .evaluate(
                                new FakeBindings(
                                        askers.get(number % 2).variables(),
                                        askers.get(number % 2).functions(),
                                        new CopyOnWriteArrayList<>()),
                                Limits.DEFAULT)
                        .equals(number % 2 == 0)))
                .isTrue();
    }

    @Test
    void reachesNothingElse() {
        for (String text : WAYS_OUT) {
            assertIsHarmless(text);
            assertIsHarmless(text + " == 'x'");
        }
    }

    @Test
    void endsWithinItsLimits() {
        for (String text : endless()) {
            long begin = System.nanoTime();
            assertIsHarmless(text);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).as(text).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void makesNothingThatGrowsWithoutBounds() {
        for (String text : growing()) {
            assertThatThrownBy(() -> evaluate(text))
                    .as(text)
                    .isInstanceOfSatisfying(GatewrightException.class, failed -> assertThat(failed.code())
                            .isEqualTo(ExpressionError.LIMIT));
        }
    }

    @Test
    void survivesTextsThatAreTooDeepOrTooLong() {
        Stream.of("(", "[", "!", "-", "not ", "user.", "{", "'a' + ", "user.groups[", "1 ? ", "f(", "/*")
                .flatMap(part -> Stream.of(part.repeat(DEEP), part.repeat(DEEP / 50)))
                .forEach(text -> assertThat(language().compile(text, FakeBindings.vocabulary(Simple.BOOL)))
                        .isInstanceOf(Compilation.Rejected.class));
        String brackets = "(".repeat(DEEP) + "true" + ")".repeat(DEEP);
        assertThat(rejected(brackets)).isNotEmpty();
        assertThat(rejected("'" + "a".repeat(DEEP) + "' == ''")).isNotEmpty();
    }

    /** Either it is no expression, or it has no result, or a value of the kinds that there are. */
    private void assertIsHarmless(String text) {
        Compilation compilation = language().compile(text, FakeBindings.vocabulary(Simple.ANY));
        if (compilation instanceof Compilation.Compiled compiled) {
            FakeBindings alice = FakeBindings.alice();
            try {
                Object value = compiled.expression().evaluate(alice, Limits.DEFAULT);
                assertThat(value.getClass().getName()).as(text).startsWith("java.");
                assertThat(value).as(text).isNotInstanceOf(Class.class);
            } catch (GatewrightException e) {
                assertThat(e.code()).as(text).isInstanceOf(ExpressionError.class);
            }
            assertThat(alice)
                    .isEqualTo(new FakeBindings(FakeBindings.alice().variables(), alice.functions(), alice.read()));
        }
    }

    private Object evaluate(String text) {
        return compiled(text, Simple.ANY).evaluate(FakeBindings.alice(), Limits.DEFAULT);
    }

    private Expression compiled(String text, ValueType result) {
        Compilation compilation = language().compile(text, FakeBindings.vocabulary(result));
        assertThat(compilation).as(text).isInstanceOf(Compilation.Compiled.class);
        return ((Compilation.Compiled) compilation).expression();
    }

    private List<TextError> rejected(String text) {
        Compilation compilation = language().compile(text, FakeBindings.vocabulary(Simple.BOOL));
        assertThat(compilation)
                .as(text.substring(0, Math.min(text.length(), 50)))
                .isInstanceOf(Compilation.Rejected.class);
        return ((Compilation.Rejected) compilation).errors();
    }
}
