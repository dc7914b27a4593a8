package org.gatewright.stages.userlogout;

import java.util.List;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.plugin.PluginType;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageContext;
import org.gatewright.spi.stage.StageResult;
import org.osgi.service.component.annotations.Component;

/** Ends the session of the browser. Somebody who is not signed in passes as well. */
@Component(service = Stage.class)
@PluginType(name = "user_logout", title = "User logout", description = "Ends the session of the browser.")
public final class UserLogoutStage implements Stage {

    private static final List<Effect> LOGOUT =
            List.of(new Effect.Audit("logout", JsonObject.empty()), new Effect.EndSession());

    @Override
    public StageResult handle(StageContext context) {
        return new StageResult.Done(JsonObject.empty(), context.session().isPresent() ? LOGOUT : List.of());
    }
}
