package com.example.termsofuse;

import java.util.List;
import org.gatewright.spi.stage.FactNames;
import org.gatewright.spi.stage.Stage;
import org.gatewright.testkit.directory.TestUsers;
import org.gatewright.testkit.stage.FakeStageContext;
import org.gatewright.testkit.stage.StageContract;

class TermsContractTest extends StageContract {

    @Override
    protected Stage stage() {
        return new TermsStage();
    }

    @Override
    protected FakeStageContext visit() {
        return FakeStageContext.with(new TermsSettings("general", "1", "Be nice.", "I am nice", List.of()))
                .user(TestUsers.active("alice"))
                .fact(FactNames.METHODS, List.of("pwd"));
    }
}
