package org.gatewright.mappings.cel;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatewright.spi.mapping.Compilation;
import org.gatewright.spi.mapping.FunctionType;
import org.gatewright.spi.mapping.TextError;
import org.gatewright.spi.mapping.Vocabulary;

/** Compiles expressions of one vocabulary. */
final class Environment {

    private static final int MOST_NODES = 5_000;
    private static final int MOST_ERRORS = 10;

    /** What holds for reading as for evaluating. */
    static final CelOptions OPTIONS = CelOptions.current()
            .maxParseExpressionNodeCount(MOST_NODES)
            .maxParseErrorRecoveryLimit(MOST_ERRORS)
            .enableHeterogeneousNumericComparisons(true)
            .errorOnDuplicateMapKeys(true)
            .errorOnIntWrap(true)
            .build();

    private final Vocabulary vocabulary;
    private final Types types = new Types();

    Environment(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Compiles; what runs out of stack is too deep. */
    Compilation compile(Rewriting rewriting) {
        try {
            return compiled(rewriting);
        } catch (StackOverflowError e) {
            return new Compilation.Rejected(List.of(new TextError(1, 1, "The expression is nested too deeply.")));
        }
    }

    private Compilation compiled(Rewriting rewriting) {
        CelValidationResult result = compiler().compile(rewriting.text());
        if (result.hasError()) {
            return rejected(rewriting, result);
        }
        try {
            return new Compilation.Compiled(new CelExpression(result.getAst(), vocabulary, types));
        } catch (CelValidationException e) {
            throw new IllegalStateException("a text without errors has no tree", e);
        }
    }

    private static Compilation rejected(Rewriting rewriting, CelValidationResult result) {
        return new Compilation.Rejected(result.getErrors().stream()
                .limit(MOST_ERRORS)
                .map(issue -> error(rewriting, issue))
                .distinct()
                .toList());
    }

    private static TextError error(Rewriting rewriting, CelIssue issue) {
        return rewriting.error(
                issue.getSourceLocation().getLine(),
                issue.getSourceLocation().getColumn(),
                Sentences.of(issue.getMessage()));
    }

    private CelCompiler compiler() {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS);
        vocabulary.variables().forEach((name, type) -> builder.addVar(name, types.of(type)));
        functions()
                .forEach((name, overloads) ->
                        builder.addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(name, overloads)));
        return builder.setResultType(types.of(vocabulary.result()))
                .setTypeProvider(types.structures())
                .build();
    }

    private Map<String, List<CelOverloadDecl>> functions() {
        return vocabulary.functions().stream()
                .collect(Collectors.groupingBy(
                        FunctionType::name, Collectors.mapping(this::overload, Collectors.toUnmodifiableList())));
    }

    private CelOverloadDecl overload(FunctionType function) {
        String id =
                "gatewright_" + function.name() + "_" + function.parameters().size();
        CelType result = types.of(function.result());
        List<CelType> parameters = function.parameters().stream().map(types::of).toList();
        return function.member()
                ? CelOverloadDecl.newMemberOverload(id, result, parameters)
                : CelOverloadDecl.newGlobalOverload(id, result, parameters);
    }
}
