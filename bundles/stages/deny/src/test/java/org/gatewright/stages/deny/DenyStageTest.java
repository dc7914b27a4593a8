package org.gatewright.stages.deny;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageResult;
import org.gatewright.testkit.settings.DefaultSettings;
import org.gatewright.testkit.stage.FakeStageContext;
import org.gatewright.testkit.stage.StageContract;
import org.junit.jupiter.api.Test;

class DenyStageTest extends StageContract {

    private final Stage stage = new DenyStage();

    @Override
    protected Stage stage() {
        return stage;
    }

    @Override
    protected FakeStageContext visit() {
        return FakeStageContext.with(DefaultSettings.of(DenySettings.class));
    }

    @Test
    void deniesEverybody() {
        assertThat(stage.handle(visit())).isEqualTo(new StageResult.Denied("Access denied."));
        assertThat(stage.handle(visit().answer("please", true))).isEqualTo(new StageResult.Denied("Access denied."));
    }

    @Test
    void saysWhatItIsTold() {
        var settings = new DenySettings(Optional.of("Only from the office."));
        assertThat(stage.handle(FakeStageContext.with(settings)))
                .isEqualTo(new StageResult.Denied("Only from the office."));
    }
}
