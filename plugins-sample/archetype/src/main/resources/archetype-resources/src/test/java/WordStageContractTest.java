package ${package};

import org.gatewright.spi.stage.Stage;
import org.gatewright.testkit.settings.DefaultSettings;
import org.gatewright.testkit.stage.FakeStageContext;
import org.gatewright.testkit.stage.StageContract;

class WordStageContractTest extends StageContract {

    @Override
    protected Stage stage() {
        return new WordStage();
    }

    @Override
    protected FakeStageContext visit() {
        return FakeStageContext.with(DefaultSettings.of(WordSettings.class));
    }
}
