package org.gatewright.kernel.mapping;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.plugins.CatalogueListener;
import org.gatewright.port.plugins.CatalogueSnapshot;
import org.gatewright.port.plugins.Lease;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.mapping.Bindings;
import org.gatewright.spi.mapping.Compilation;
import org.gatewright.spi.mapping.Expression;
import org.gatewright.spi.mapping.ExpressionError;
import org.gatewright.spi.mapping.ExpressionLanguage;
import org.gatewright.spi.mapping.Expressions;
import org.gatewright.spi.mapping.Limits;
import org.gatewright.spi.mapping.Script;
import org.gatewright.spi.mapping.TextError;
import org.gatewright.spi.mapping.Vocabulary;
import org.gatewright.spi.plugin.Kind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Compiles and evaluates with the active version of each language, or its canary. */
@Component(service = {Expressions.class, LeasedExpressions.class, CatalogueListener.class})
public final class LeasedExpressions implements Expressions, CatalogueListener {

    private final PluginCatalogue catalogue;
    private final CompiledTexts kept = new CompiledTexts();

    /** Takes the catalogue. */
    @Activate
    public LeasedExpressions(@Reference PluginCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<TextError> check(Script script, Vocabulary vocabulary) {
        return leased(script, lease -> {
            Compilation compilation = lease.call(language -> compiled(language, script, vocabulary));
            return compilation instanceof Compilation.Rejected rejected ? rejected.errors() : List.of();
        });
    }

    @Override
    public Result evaluate(Script script, Vocabulary vocabulary, Bindings bindings) {
        return leased(script, lease -> {
            Object value = lease.call(language -> {
                Expression expression = expression(compiled(language, script, vocabulary));
                return Objects.requireNonNull(expression.evaluate(bindings, Limits.DEFAULT), "the result");
            });
            return new Result(value, lease.pin().version());
        });
    }

    /** Nothing of a version that goes is held: neither its classes nor what it made of texts. */
    @Override
    public void catalogueChanged(CatalogueSnapshot snapshot) {
        kept.follow(snapshot);
    }

    private Compilation compiled(ExpressionLanguage language, Script script, Vocabulary vocabulary) {
        return kept.get(
                new CompiledTexts.Key(language, script.text(), vocabulary),
                () -> Objects.requireNonNull(language.compile(script.text(), vocabulary), "the compilation"));
    }

    private static Expression expression(Compilation compilation) {
        if (compilation instanceof Compilation.Compiled compiled) {
            return compiled.expression();
        }
        TextError first = ((Compilation.Rejected) compilation).errors().get(0);
        throw new GatewrightException(ExpressionError.FAILED, "The expression is wrong. " + first.describe());
    }

    private <T> T leased(Script script, Function<Lease<ExpressionLanguage>, T> work) {
        try (Lease<ExpressionLanguage> lease = lease(script.language())) {
            return work.apply(lease);
        }
    }

    private Lease<ExpressionLanguage> lease(String language) {
        try {
            return catalogue.lease(Kind.MAPPING, language, ExpressionLanguage.class);
        } catch (GatewrightException e) {
            if (e.code() != CommonError.TYPE_UNAVAILABLE) {
                throw e;
            }
            throw new GatewrightException(
                    CommonError.TYPE_UNAVAILABLE, "The language “" + language + "” is not installed or not active.");
        }
    }
}
