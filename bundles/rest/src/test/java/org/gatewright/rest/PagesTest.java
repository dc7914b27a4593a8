package org.gatewright.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.rest.answer.Envelope;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private static JsonObject pagination(int items, long total, int page, int size) {
        List<JsonObject> objects = java.util.Collections.nCopies(items, JsonObject.empty());
        PageRequest request = new PageRequest(page, size, List.of(), "", Map.of());
        return new Envelope(new Page<>(objects, total), request)
                .show()
                .object("pagination")
                .orElseThrow();
    }

    @Test
    void countsAPageInTheMiddle() {
        assertThat(pagination(10, 35, 2, 10))
                .isEqualTo(JsonObject.of("next", 3)
                        .with("previous", 1)
                        .with("count", 35)
                        .with("current", 2)
                        .with("total_pages", 4)
                        .with("start_index", 11)
                        .with("end_index", 20));
    }

    @Test
    void saysWithZeroThatThereIsNoOtherPage() {
        assertThat(pagination(0, 0, 1, 20))
                .isEqualTo(JsonObject.of("next", 0)
                        .with("previous", 0)
                        .with("count", 0)
                        .with("current", 1)
                        .with("total_pages", 1)
                        .with("start_index", 0)
                        .with("end_index", 0));
        assertThat(pagination(5, 35, 4, 10).integer("next")).hasValue(0L);
    }

    @Test
    void indexesNothingBeyondTheLastPage() {
        JsonObject beyond = pagination(0, 5, 7, 10);

        assertThat(beyond.integer("start_index")).hasValue(0L);
        assertThat(beyond.integer("end_index")).hasValue(0L);
        assertThat(beyond.integer("next")).hasValue(0L);
        assertThat(beyond.integer("previous")).hasValue(1L);
    }

    @Test
    void readsTheRequest() {
        PageRequest request = Pages.request(
                House.uri("page=3", "page_size=7", "ordering=-name,pk", "search=two words", "slug=a", "empty="));

        assertThat(request).isEqualTo(new PageRequest(3, 7, List.of("-name", "pk"), "two words", Map.of("slug", "a")));
    }

    @Test
    void hasDefaultsAndAGreatestSize() {
        assertThat(Pages.request(House.uri())).isEqualTo(new PageRequest(1, 20, List.of(), "", Map.of()));
        assertThat(Pages.request(House.uri("page_size=5000")).size()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=0", "page=-1", "page=x", "page_size=0", "page_size=1.5", "page_size=99999999999"})
    void namesTheParameterThatIsNoNumber(String parameter) {
        assertThatExceptionOfType(InvalidFieldsException.class)
                .isThrownBy(() -> Pages.request(House.uri(parameter)))
                .satisfies(failure ->
                        assertThat(failure.fields()).containsOnlyKeys(parameter.substring(0, parameter.indexOf('='))));
    }
}
