package org.gatewright.rest.answer;

import org.gatewright.json.Schemas;
import org.gatewright.json.Shape;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.spi.data.JsonObject;

/** A page of objects, in authentik's shape. */
public record Envelope(Page<JsonObject> page, PageRequest request) {

    private static final Shape<Envelope> PAGINATION = Shape.<Envelope>empty()
            .shown("next", Schemas.NUMBER, Envelope::next)
            .shown("previous", Schemas.NUMBER, Envelope::previous)
            .shown("count", Schemas.NUMBER, envelope -> envelope.page().total())
            .shown("current", Schemas.NUMBER, envelope -> envelope.request().page())
            .shown("total_pages", Schemas.NUMBER, Envelope::pages)
            .shown("start_index", Schemas.NUMBER, Envelope::first)
            .shown("end_index", Schemas.NUMBER, Envelope::last);

    /** Returns the JSON Schema of the numbers of a page. */
    public static JsonObject pagination() {
        return PAGINATION.schema();
    }

    /** Returns the JSON Schema of a page. */
    public static JsonObject schema(JsonObject pagination, JsonObject item) {
        return shape(pagination, item).schema();
    }

    /** Writes the page. */
    public JsonObject show() {
        return shape(Schemas.ANY_OBJECT, Schemas.ANY_OBJECT).show(this);
    }

    private static Shape<Envelope> shape(JsonObject pagination, JsonObject item) {
        return Shape.<Envelope>empty()
                .shown("pagination", pagination, PAGINATION::show)
                .shown("results", Schemas.list(item), envelope -> envelope.page()
                        .items());
    }

    private long pages() {
        return Math.max(1, (page.total() + request.size() - 1) / request.size());
    }

    private long next() {
        return request.page() < pages() ? request.page() + 1L : 0;
    }

    private long previous() {
        return Math.min(request.page() - 1L, pages());
    }

    private long first() {
        return page.items().isEmpty() ? 0 : before() + 1;
    }

    private long last() {
        return page.items().isEmpty() ? 0 : before() + page.items().size();
    }

    private long before() {
        return (request.page() - 1L) * request.size();
    }
}
