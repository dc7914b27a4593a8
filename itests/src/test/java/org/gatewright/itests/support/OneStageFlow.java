package org.gatewright.itests.support;

import org.gatewright.spi.data.JsonObject;

/**
 * A flow that has one stage and nothing else.
 *
 * @param flow as the API shows it
 * @param stage the id of the stage
 */
public record OneStageFlow(JsonObject flow, String stage) {

    /** The sign-in {@code word}, which asks for the magic word {@code sesame} of {@link StageBundle}. */
    public static OneStageFlow magicWord(Administrator administrator) {
        return create(
                administrator,
                JsonObject.of("slug", "word").with("designation", "authentication"),
                "magic_word",
                JsonObject.of("name", "the word").with("word", "sesame"));
    }

    /** The flow {@code visits}, for who is signed in, which counts visits. */
    public static OneStageFlow visits(Administrator administrator) {
        return create(
                administrator,
                JsonObject.of("slug", "visits").with("designation", "stage_configuration"),
                "visit_counter",
                JsonObject.of("name", "visits"));
    }

    /**
     * Makes the flow, with its slug for a name.
     *
     * @param type of the stage
     */
    public static OneStageFlow create(Administrator administrator, JsonObject fields, String type, JsonObject stage) {
        String made = pk(administrator.create("stages/" + type + "/", stage));
        JsonObject flow = administrator.create(
                "flows/instances/", fields.with("name", fields.text("slug").orElseThrow()));
        administrator.create(
                "flows/bindings/",
                JsonObject.of("target", pk(flow)).with("stage", made).with("order", 0));
        return new OneStageFlow(flow, made);
    }

    private static String pk(JsonObject object) {
        return object.text("pk").orElseThrow();
    }
}
