package org.gatewright.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PagesTest {

    private static final Pattern ASSET = Pattern.compile("/static/dist/ui/(assets/[^\"]+)\"");

    private final Pages pages = new Pages();

    @Test
    void every_page_is_there() {
        assertThat(pages.pages()).containsOnlyKeys("/if/flow/", "/if/user/", "/if/admin/");
        assertThat(pages.pages().values())
                .allSatisfy(file -> assertThat(pages.find(file)).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"flow.html", "user.html", "admin.html"})
    void what_a_page_loads_is_there_and_may_be_kept(String page) throws IOException {
        Matcher asset = ASSET.matcher(read(page));
        int found = 0;
        for (; asset.find(); found++) {
            assertThat(pages.find(asset.group(1))).as(asset.group(1)).isPresent();
            assertThat(pages.immutable(asset.group(1))).isTrue();
        }
        assertThat(found).isPositive();
        assertThat(pages.immutable(page)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "assets",
                "assets/",
                "nothing.js",
                "../org/gatewright/ui/Pages.class",
                "assets/../flow.html",
                "/flow.html",
                "./flow.html",
                "assets//flow.html",
                "flow.html/",
                "flow.html\n"
            })
    void nothing_else_is_found(String path) {
        assertThat(pages.find(path)).isEmpty();
    }

    private String read(String page) throws IOException {
        try (InputStream content = pages.find(page).orElseThrow().openStream()) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }
}
