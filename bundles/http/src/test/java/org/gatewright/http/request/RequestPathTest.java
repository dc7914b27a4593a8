package org.gatewright.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {

    @ParameterizedTest
    @CsvSource({
        "/,/",
        "/application/o/token/,/application/o/token/",
        "/.well-known/openid-configuration,/.well-known/openid-configuration",
        "/caf%C3%A9/,/café/",
        "/a..b/...c,/a..b/...c"
    })
    void decodes(String raw, String path) {
        assertThat(RequestPath.of(raw)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v3/flows/executor/../../core/users/",
                "/api/v3/flows/executor/%2e%2e/%2E./core/users/",
                "/a/.",
                "/a/./b",
                "/a/..",
                "//api/v3/core/users/",
                "/a//b",
                "/a%2fb",
                "/a%5Cb",
                "/a\\b",
                "/a;x=1/b",
                "/a%00",
                "/a%0a",
                "/a|b",
                "/a%zz",
                "/a%",
                "a",
                "",
                "http://other.example/"
            })
    void refusesWhatCanBeReadInTwoWays(String raw) {
        assertThatThrownBy(() -> RequestPath.of(raw)).isInstanceOf(BadRequestException.class);
    }
}
