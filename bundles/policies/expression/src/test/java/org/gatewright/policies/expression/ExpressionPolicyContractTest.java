package org.gatewright.policies.expression;

import java.util.List;
import org.gatewright.mappings.cel.CelLanguage;
import org.gatewright.spi.mapping.Bindings;
import org.gatewright.spi.mapping.Compilation;
import org.gatewright.spi.mapping.Expression;
import org.gatewright.spi.mapping.Expressions;
import org.gatewright.spi.mapping.Limits;
import org.gatewright.spi.mapping.Script;
import org.gatewright.spi.mapping.TextError;
import org.gatewright.spi.mapping.Vocabulary;
import org.gatewright.spi.policy.Policy;
import org.gatewright.testkit.directory.TestUsers;
import org.gatewright.testkit.policy.FakePolicyContext;
import org.gatewright.testkit.policy.PolicyContract;

class ExpressionPolicyContractTest extends PolicyContract {

    private static final ExpressionSettings STAFF =
            new ExpressionSettings("user.is_in_group('staff') or message('No, ' + user.name)", "cel");

    /** One language, without a catalogue. */
    private record OneLanguage(CelLanguage language) implements Expressions {

        @Override
        public List<TextError> check(Script script, Vocabulary vocabulary) {
            return List.of();
        }

        @Override
        public Result evaluate(Script script, Vocabulary vocabulary, Bindings bindings) {
            Expression expression = ((Compilation.Compiled) language.compile(script.text(), vocabulary)).expression();
            return new Result(expression.evaluate(bindings, Limits.DEFAULT), "1");
        }
    }

    @Override
    protected Policy policy() {
        return new ExpressionPolicy(new OneLanguage(new CelLanguage()));
    }

    @Override
    protected FakePolicyContext refused() {
        return FakePolicyContext.with(STAFF).user(TestUsers.active("alice"), "guests");
    }

    @Override
    protected FakePolicyContext passing() {
        return FakePolicyContext.with(STAFF).user(TestUsers.active("alice"), "staff");
    }
}
