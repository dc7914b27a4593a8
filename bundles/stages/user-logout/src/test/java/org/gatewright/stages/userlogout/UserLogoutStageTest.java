package org.gatewright.stages.userlogout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.plugin.NoSettings;
import org.gatewright.spi.session.Session;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageResult;
import org.gatewright.testkit.directory.TestUsers;
import org.gatewright.testkit.stage.FakeStageContext;
import org.gatewright.testkit.stage.StageContract;
import org.junit.jupiter.api.Test;

class UserLogoutStageTest extends StageContract {

    private final Stage stage = new UserLogoutStage();

    @Override
    protected Stage stage() {
        return stage;
    }

    @Override
    protected FakeStageContext visit() {
        User alice = TestUsers.active("alice");
        Session session = new Session(UUID.randomUUID(), alice.id(), Instant.EPOCH, List.of("pwd"), Instant.MAX);
        return FakeStageContext.with(new NoSettings()).session(session, alice);
    }

    @Test
    void endsTheSessionAndRecordsIt() {
        assertThat(stage.handle(visit()))
                .isEqualTo(new StageResult.Done(
                        JsonObject.empty(),
                        List.of(new Effect.Audit("logout", JsonObject.empty()), new Effect.EndSession())));
    }

    @Test
    void hasNothingToDoWithoutASession() {
        assertThat(stage.handle(FakeStageContext.with(new NoSettings())))
                .isEqualTo(new StageResult.Done(JsonObject.empty()));
    }
}
