package org.gatewright.rest.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.Test;

class ObjectPagesTest {

    private static final List<JsonObject> ALL = List.of(
            JsonObject.of("name", "Beta").with("order", 10).with("hidden", true),
            JsonObject.of("name", "alpha").with("order", 9).with("provider", 4),
            JsonObject.of("name", "Gamma").with("order", 100).with("provider", 5));

    private static List<String> names(PageRequest request, String... fields) {
        return ObjectPages.of(ALL, request, Set.of(fields)).items().stream()
                .flatMap(object -> object.text("name").stream())
                .toList();
    }

    private static PageRequest filtered(String field, String value) {
        return new PageRequest(1, 20, List.of(), "", Map.of(field, value));
    }

    private static PageRequest ordered(String... ordering) {
        return new PageRequest(1, 20, List.of(ordering), "", Map.of());
    }

    @Test
    void filtersByTheExactValue() {
        assertThat(names(filtered("provider", "4"))).containsExactly("alpha");
        assertThat(names(filtered("hidden", "true"))).containsExactly("Beta");
        assertThat(names(filtered("name", "Alpha"))).isEmpty();
    }

    @Test
    void matchesNoObjectThatLacksTheField() {
        assertThat(names(filtered("hidden", "false"))).isEmpty();
    }

    @Test
    void matchesNothingIfAKnownFieldIsInNoObject() {
        assertThat(names(filtered("icon", "x"), "icon")).isEmpty();
    }

    @Test
    void ignoresUnknownFilters() {
        assertThat(names(filtered("icon", "x"))).hasSize(3);
    }

    @Test
    void ordersNumbersByValueAndTextWithoutCase() {
        assertThat(names(ordered("order"))).containsExactly("alpha", "Beta", "Gamma");
        assertThat(names(ordered("-order"))).containsExactly("Gamma", "Beta", "alpha");
        assertThat(names(ordered("name"))).containsExactly("alpha", "Beta", "Gamma");
        assertThat(names(ordered("nothing"))).containsExactly("Beta", "alpha", "Gamma");
    }

    @Test
    void searchesTextWithoutCase() {
        assertThat(names(new PageRequest(1, 20, List.of(), "ALPH", Map.of()))).containsExactly("alpha");
    }

    @Test
    void cutsPagesAndCountsAll() {
        var page = ObjectPages.of(ALL, new PageRequest(2, 2, List.of(), "", Map.of()));

        assertThat(page.items()).hasSize(1);
        assertThat(page.total()).isEqualTo(3);
        assertThat(ObjectPages.of(ALL, new PageRequest(9, 2, List.of(), "", Map.of()))
                        .items())
                .isEmpty();
    }
}
