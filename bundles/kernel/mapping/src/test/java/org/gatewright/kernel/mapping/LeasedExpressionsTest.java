package org.gatewright.kernel.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.plugins.TypeVersion;
import org.gatewright.port.plugins.VersionState;
import org.gatewright.spi.error.ErrorKind;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.mapping.Bindings;
import org.gatewright.spi.mapping.Compilation;
import org.gatewright.spi.mapping.ExpressionError;
import org.gatewright.spi.mapping.ExpressionLanguage;
import org.gatewright.spi.mapping.Script;
import org.gatewright.spi.mapping.TextError;
import org.gatewright.spi.mapping.ValueType.Simple;
import org.gatewright.spi.mapping.Vocabulary;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.testkit.port.FakeCatalogue;
import org.junit.jupiter.api.Test;

class LeasedExpressionsTest {

    private static final Vocabulary WORDS = new Vocabulary(Map.of("word", Simple.TEXT), List.of(), Simple.TEXT);
    private static final Script WORD = new Script("echo", "word");
    private static final Bindings HELLO = new Bindings() {
        @Override
        public Object variable(String name) {
            return "hello";
        }

        @Override
        public Object call(String function, List<Object> arguments) {
            throw new IllegalArgumentException(function);
        }
    };

    private final FakeCatalogue catalogue = new FakeCatalogue();
    private final LeasedExpressions expressions = new LeasedExpressions(catalogue);
    private final List<String> compiled = new ArrayList<>();

    /** Says after its own name what the variable is that the text names; knows one. */
    private ExpressionLanguage echo(String name) {
        return (text, vocabulary) -> {
            compiled.add(name + " " + text);
            return vocabulary.variables().containsKey(text)
                    ? new Compilation.Compiled((bindings, limits) -> name + " " + bindings.variable(text))
                    : new Compilation.Rejected(List.of(new TextError(1, 2, "What?")));
        };
    }

    private void install(String version, String name) {
        catalogue.install(
                new TypeVersion(
                        Kind.MAPPING,
                        "echo",
                        version,
                        1,
                        "test.echo",
                        VersionState.ACTIVE,
                        "",
                        "",
                        "",
                        Optional.empty()),
                echo(name));
        expressions.catalogueChanged(catalogue.snapshot());
    }

    @Test
    void evaluatesWithTheLanguage() {
        install("1.0.0", "one");
        assertThat(expressions.evaluate(WORD, WORDS, HELLO).value()).isEqualTo("one hello");
        assertThat(expressions.evaluate(WORD, WORDS, HELLO).version()).isEqualTo("1.0.0");
        assertThat(catalogue.openLeases()).isZero();
    }

    @Test
    void compilesATextOnce() {
        install("1.0.0", "one");
        assertThat(expressions.check(WORD, WORDS)).isEmpty();
        expressions.evaluate(WORD, WORDS, HELLO);
        expressions.evaluate(WORD, WORDS, HELLO);
        assertThat(compiled).containsExactly("one word");
    }

    @Test
    void compilesForEachVocabulary() {
        install("1.0.0", "one");
        expressions.check(WORD, WORDS);
        assertThat(expressions.check(WORD, new Vocabulary(Map.of(), List.of(), Simple.TEXT)))
                .hasSize(1);
    }

    @Test
    void compilesAnewWithAnotherVersion() {
        install("1.0.0", "one");
        expressions.evaluate(WORD, WORDS, HELLO);
        install("2.0.0", "two");
        assertThat(expressions.evaluate(WORD, WORDS, HELLO).value()).isEqualTo("two hello");
        assertThat(expressions.evaluate(WORD, WORDS, HELLO).version()).isEqualTo("2.0.0");
    }

    @Test
    void compilesAnewIfTheSameVersionComesBack() {
        install("1.0.0", "one");
        expressions.evaluate(WORD, WORDS, HELLO);
        catalogue.install(Kind.MAPPING, "echo", echo("again")); // nobody has told us yet
        assertThat(expressions.evaluate(WORD, WORDS, HELLO).value()).isEqualTo("again hello");
    }

    @Test
    void keepsNoMoreThanItMay() {
        CompiledTexts kept = new CompiledTexts();
        ExpressionLanguage language = echo("one");
        for (int i = 0; i < 2_000; i++) {
            CompiledTexts.Key key = new CompiledTexts.Key(language, "text " + i, WORDS);
            kept.get(key, () -> language.compile("word", WORDS));
        }
        assertThat(kept.size()).isEqualTo(1_000);
    }

    @Test
    void holdsNothingOfAVersionThatGoes() {
        CompiledTexts kept = new CompiledTexts();
        install("1.0.0", "one");
        kept.follow(catalogue.snapshot());
        ExpressionLanguage language = echo("one");
        kept.get(new CompiledTexts.Key(language, "word", WORDS), () -> language.compile("word", WORDS));
        kept.follow(catalogue.snapshot());
        assertThat(kept.size()).isEqualTo(1);
        catalogue.uninstall(Kind.MAPPING, "echo");
        kept.follow(catalogue.snapshot());
        assertThat(kept.size()).isZero();
    }

    @Test
    void saysThatALanguageIsNotThere() {
        assertThatThrownBy(() -> expressions.check(WORD, WORDS))
                .isInstanceOfSatisfying(GatewrightException.class, missing -> {
                    assertThat(missing.code()).isEqualTo(CommonError.TYPE_UNAVAILABLE);
                    assertThat(missing.code().kind()).isEqualTo(ErrorKind.UNAVAILABLE);
                    assertThat(missing.detail()).isEqualTo("The language “echo” is not installed or not active.");
                });
    }

    @Test
    void evaluatesNothingThatIsWrong() {
        install("1.0.0", "one");
        assertThat(expressions.check(new Script("echo", "nothing"), WORDS))
                .containsExactly(new TextError(1, 2, "What?"));
        assertThatThrownBy(() -> expressions.evaluate(new Script("echo", "nothing"), WORDS, HELLO))
                .isInstanceOfSatisfying(GatewrightException.class, failed -> {
                    assertThat(failed.code()).isEqualTo(ExpressionError.FAILED);
                    assertThat(failed.detail()).contains("Line 1, column 2: What?");
                });
    }

    @Test
    void givesTheLeaseBackWhateverHappens() {
        catalogue.install(Kind.MAPPING, "echo", (ExpressionLanguage) (text, vocabulary) -> {
            throw new IllegalStateException("broken");
        });
        assertThatThrownBy(() -> expressions.evaluate(WORD, WORDS, HELLO))
                .isInstanceOfSatisfying(GatewrightException.class, failed -> assertThat(failed.code())
                        .isEqualTo(CommonError.PLUGIN_FAILED));
        assertThat(catalogue.openLeases()).isZero();
    }
}
