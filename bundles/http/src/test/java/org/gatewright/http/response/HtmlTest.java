package org.gatewright.http.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HtmlTest {

    private static final String ATTACK = "\"><script>alert('1')</script>&";

    @Test
    void escapesWhatAnErrorSays() {
        assertThat(Html.error(ATTACK, ATTACK, Optional.of(ATTACK)))
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;");
    }

    @Test
    void escapesWhatAFormCarries() {
        String page = Html.autoSubmit(URI.create("https://app.example/cb"), Map.of(ATTACK, ATTACK));

        assertThat(page).doesNotContain("<script>alert").contains("action=\"https://app.example/cb\"");
    }
}
