package org.gatewright.itests.support;

import java.util.List;
import org.gatewright.spi.data.JsonObject;

/** A flow that asks for the name and the password on one page, and then signs in. The password step is bound to it all the same. */
public final class OnePageFlow {

    private final Administrator administrator;
    private final String slug;

    private OnePageFlow(Administrator administrator, String slug) {
        this.administrator = administrator;
        this.slug = slug;
    }

    /** Makes the flow; returns the address of its page. */
    public static String create(
            Administrator administrator, String slug, JsonObject identification, JsonObject password) {
        return new OnePageFlow(administrator, slug).create(identification, password);
    }

    private String create(JsonObject identification, JsonObject password) {
        JsonObject flow = administrator.create(
                "flows/instances/",
                JsonObject.of("name", slug)
                        .with("slug", slug)
                        .with("title", slug)
                        .with("designation", "authentication"));
        String asked = stage("password", password);
        String asking = stage("identification", identification.with("password_stage", asked));
        bind(flow, List.of(asking, asked, stage("user_login", JsonObject.empty())));
        return "/if/flow/" + slug + "/";
    }

    private String stage(String type, JsonObject settings) {
        JsonObject named = JsonObject.of("name", slug + "-" + type);
        return pk(administrator.create("stages/" + type + "/", named.merge(settings)));
    }

    private void bind(JsonObject flow, List<String> stages) {
        for (String stage : stages) {
            administrator.create(
                    "flows/bindings/",
                    JsonObject.of("target", pk(flow)).with("stage", stage).with("order", 10 * stages.indexOf(stage)));
        }
    }

    private static String pk(JsonObject object) {
        return object.text("pk").orElseThrow();
    }
}
