package org.gatewright.mappings.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.exceptions.CelIterationLimitExceededException;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.util.Optional;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.mapping.Bindings;
import org.gatewright.spi.mapping.Expression;
import org.gatewright.spi.mapping.ExpressionError;
import org.gatewright.spi.mapping.Limits;
import org.gatewright.spi.mapping.Vocabulary;
import org.jspecify.annotations.Nullable;

/** A checked tree, and the program that was made of it for the limits that were asked for last. */
final class CelExpression implements Expression {

    private final CelAbstractSyntaxTree tree;
    private final Vocabulary vocabulary;
    private final Types types;
    private volatile @Nullable Made made;

    /** A program that counts up to the limits. */
    private record Made(Limits limits, Program program) {}

    CelExpression(CelAbstractSyntaxTree tree, Vocabulary vocabulary, Types types) {
        this.tree = tree;
        this.vocabulary = vocabulary;
        this.types = types;
    }

    @Override
    public Object evaluate(Bindings bindings, Limits limits) {
        try {
            Program program = program(limits);
            Meter meter = new Meter(limits);
            return meter.measure(() -> Results.of(run(program, bindings), meter));
        } catch (CelEvaluationException e) {
            throw failed(e, limits);
        } catch (StackOverflowError e) {
            throw new GatewrightException(ExpressionError.LIMIT, "The expression is nested too deeply.");
        }
    }

    private Object run(Program program, Bindings bindings) throws CelEvaluationException {
        return program.eval(name -> variable(bindings, name), new HostFunctions(bindings));
    }

    private Optional<Object> variable(Bindings bindings, String name) {
        return vocabulary.variables().containsKey(name) ? Optional.of(bindings.variable(name)) : Optional.empty();
    }

    private Program program(Limits limits) throws CelEvaluationException {
        Made now = made;
        if (now == null || !now.limits().equals(limits)) {
            now = new Made(limits, program(tree, limits));
            made = now;
        }
        return now.program();
    }

    private Program program(CelAbstractSyntaxTree tree, Limits limits) throws CelEvaluationException {
        int parts = Math.toIntExact(
                CelNavigableAst.fromAst(tree).getRoot().allNodes().count());
        return Runtimes.of(vocabulary, types, limits, parts).createProgram(tree);
    }

    private static GatewrightException failed(CelEvaluationException error, Limits limits) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof GatewrightException known) {
                return known;
            }
            if (cause instanceof CelIterationLimitExceededException) {
                return new GatewrightException(
                        ExpressionError.LIMIT, "The expression takes more than " + limits.steps() + " steps.");
            }
        }
        return new GatewrightException(
                ExpressionError.FAILED, Sentences.ofEvaluation(String.valueOf(error.getMessage())));
    }
}
