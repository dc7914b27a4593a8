package org.gatewright.store.jpa.transaction;

import java.util.Collection;
import java.util.List;
import org.gatewright.json.JsonText;
import org.gatewright.spi.data.JsonObject;

/** Lists of texts in one column. */
public final class Json {

    private static final String MEMBER = "v";

    private Json() {}

    /** Writes texts. */
    public static String texts(Collection<String> texts) {
        return JsonText.write(JsonObject.of(MEMBER, List.copyOf(texts)));
    }

    /** Reads texts. */
    public static List<String> texts(String json) {
        return JsonText.read(json).texts(MEMBER);
    }
}
