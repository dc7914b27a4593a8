package org.gatewright.testkit.kernel;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.configuration.Model;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.stage.FactNames;

/**
 * A flow that a test makes: what earlier steps have found out, the steps, the policies. It is complete with the first visitor.
 *
 * @since 1.0
 */
public final class TestFlow {

    private static final int LAST = 1_000_000;

    private final BareKernel kernel;
    private final String slug;
    private final UUID id;
    private JsonObject told = JsonObject.empty();
    private UUID target;
    private int steps;
    private boolean complete;

    TestFlow(BareKernel kernel, String slug) {
        this.kernel = kernel;
        this.slug = slug;
        this.id = kernel.create(Model.FLOW, "", fields(slug, "authentication"));
        this.target = id;
    }

    static JsonObject fields(String slug, String designation) {
        return JsonObject.of("name", slug)
                .with("slug", slug)
                .with("title", "Welcome")
                .with("designation", designation);
    }

    /** Earlier steps have found this out. */
    public TestFlow knowing(String fact, Object value) {
        told = told.with(fact, value);
        return this;
    }

    /** Earlier steps have found the user, who has proved by a password who they are. */
    public TestFlow about(User user) {
        return knowing(FactNames.PENDING_USER, user.id().toString()).knowing(FactNames.METHODS, List.of("pwd"));
    }

    /** Adds a step at the end. */
    public TestFlow step(Instance stage) {
        target = bind(stage.id(), ++steps);
        return this;
    }

    /** Binds a policy to the last step, or to the flow if there is no step yet. */
    public TestFlow policy(Instance policy) {
        if (policy.kind() != Kind.POLICY) {
            throw new IllegalArgumentException(policy.name() + " is not a policy");
        }
        kernel.create(
                Model.POLICY_BINDING,
                "",
                JsonObject.of("target", target.toString())
                        .with("policy", policy.id().toString()));
        return this;
    }

    /** Returns the facts of the visitor who ended it last; empty if nobody has come to the end. */
    public Optional<JsonObject> facts() {
        return kernel.ends.facts(slug);
    }

    /** Completes the flow, for those who begin it other than by {@link Visitor#open}: protocols. */
    public TestFlow complete() {
        if (!complete) {
            complete = true;
            JsonObject settings = JsonObject.of("name", slug + "-begin").with("facts", told);
            bind(kernel.create(Model.STAGE, FlowEnds.Begin.TYPE, settings), 0);
            bind(kernel.create(Model.STAGE, FlowEnds.TYPE, JsonObject.of("name", slug + "-end")), LAST);
        }
        return this;
    }

    /** Returns the name in addresses. */
    public String slug() {
        return slug;
    }

    private UUID bind(UUID stage, int order) {
        return kernel.create(
                Model.STAGE_BINDING,
                "",
                JsonObject.of("target", id.toString())
                        .with("stage", stage.toString())
                        .with("order", (long) order));
    }
}
