package ${package};

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gatewright.testkit.kernel.BareKernel;
import org.gatewright.testkit.kernel.PluginTest;
import org.gatewright.testkit.kernel.RefusedSettings;
import org.gatewright.testkit.kernel.TestFlow;
import org.gatewright.testkit.kernel.Visitor;
import org.junit.jupiter.api.Test;

@PluginTest(WordStage.class)
class WordStageTest {

    @Test
    void letsInWhoeverSaysTheWord(BareKernel kernel) {
        TestFlow flow = kernel.flow("words").step(kernel.stage("${type}", "{\"word\": \"hello\"}"));
        Visitor visitor = kernel.visitor();

        assertThat(visitor.open(flow).fields()).containsExactly("word");
        assertThat(visitor.answer(flow, "{\"word\": \"please\"}").errors("word"))
                .containsExactly("That is not the word.");
        assertThat(visitor.answer(flow, "{\"word\": \"hello\"}").isOver()).isTrue();
    }

    @Test
    void refusesAnEmptyWord(BareKernel kernel) {
        assertThatThrownBy(() -> kernel.stage("${type}", "{\"word\": \"\"}"))
                .isInstanceOfSatisfying(
                        RefusedSettings.class,
                        refused -> assertThat(refused.fields()).containsOnlyKeys("word"));
    }
}
