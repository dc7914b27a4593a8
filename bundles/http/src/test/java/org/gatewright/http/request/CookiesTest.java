package org.gatewright.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gatewright.port.flow.CookieNames;
import org.junit.jupiter.api.Test;

class CookiesTest {

    @Test
    void readsItsOwnCookies() {
        assertThat(Cookies.read(
                        new FakeRequest("::1")
                                .cookie(CookieNames.SESSION, "s")
                                .cookie("other", "x")
                                .build(),
                        false))
                .isEqualTo(Map.of(CookieNames.SESSION, "s"));
    }

    @Test
    void countsOnlyHostCookiesUnderTls() {
        FakeRequest request = new FakeRequest("::1")
                .cookie(CookieNames.SESSION, "planted by a neighbour domain")
                .cookie("__Host-" + CookieNames.BROWSER, "b");

        assertThat(Cookies.read(request.build(), true)).isEqualTo(Map.of(CookieNames.BROWSER, "b"));
    }

    @Test
    void takesTheFirstOfTwo() {
        FakeRequest request =
                new FakeRequest("::1").cookie(CookieNames.SESSION, "first").cookie(CookieNames.SESSION, "second");

        assertThat(Cookies.read(request.build(), false)).containsEntry(CookieNames.SESSION, "first");
    }
}
