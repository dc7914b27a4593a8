package org.gatewright.stages.deny;

import org.gatewright.spi.plugin.PluginType;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageContext;
import org.gatewright.spi.stage.StageResult;
import org.osgi.service.component.annotations.Component;

/** Ends the flow. Of use behind a policy. */
@Component(service = Stage.class)
@PluginType(name = "deny", title = "Deny", description = "Ends the flow with a message.", settings = DenySettings.class)
public final class DenyStage implements Stage {

    @Override
    public StageResult handle(StageContext context) {
        return new StageResult.Denied(context.settings(DenySettings.class)
                .denyMessage()
                .filter(message -> !message.isBlank())
                .orElse("Access denied."));
    }
}
