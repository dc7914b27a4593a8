package org.gatewright.rest.collection;

import java.util.function.UnaryOperator;
import org.gatewright.spi.data.JsonObject;

/** Says the titles and the help of settings, and of their type, in another language. Names of settings, choices and defaults stay as they are. */
final class SaidSchema {

    private static final String PROPERTIES = "properties";
    private static final String ITEMS = "items";

    private SaidSchema() {}

    /** The type as it is listed. */
    static JsonObject ofType(JsonObject type, UnaryOperator<String> texts) {
        return said(said(type, "name", texts), "description", texts)
                .with("schema", type.object("schema").map(schema -> of(schema, texts)));
    }

    static JsonObject of(JsonObject schema, UnaryOperator<String> texts) {
        return said(said(schema, "title", texts), "description", texts)
                .with(PROPERTIES, schema.object(PROPERTIES).map(properties -> all(properties, texts)))
                .with(ITEMS, schema.object(ITEMS).map(items -> of(items, texts)));
    }

    private static JsonObject all(JsonObject properties, UnaryOperator<String> texts) {
        JsonObject said = properties;
        for (String name : properties.members().keySet()) {
            said = said.with(name, properties.object(name).map(schema -> of(schema, texts)));
        }
        return said;
    }

    private static JsonObject said(JsonObject schema, String member, UnaryOperator<String> texts) {
        return schema.with(member, schema.text(member).map(texts));
    }
}
