package org.gatewright.spi.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageElementTest {

    @ParameterizedTest
    @ValueSource(strings = {"terms.js", "terms.min.js", "steps/terms.js", "a/b/c_d-1.mjs"})
    void namesAModuleOfTheBundle(String module) {
        assertThat(new PageElement("acme-terms", module).module()).isEqualTo(module);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "terms",
                "terms.css",
                "/terms.js",
                "./terms.js",
                "../terms.js",
                "a/../terms.js",
                "a//terms.js",
                ".hidden/terms.js",
                "terms.js?x",
                "terms.js#x",
                "terms.js\n",
                "te%72ms.js",
                "a\\terms.js",
                "https://evil.example/terms.js",
                "//evil.example/terms.js",
                "data:text/javascript,x.js",
                "javascript:x.js"
            })
    void namesNothingElse(String module) {
        assertThatThrownBy(() -> new PageElement("acme-terms", module)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "terms",
                "Acme-terms",
                "1-terms",
                "-terms",
                "acme-",
                "acme--terms",
                "acme terms",
                "font-face",
                "annotation-xml",
                "acme-terms\n",
                "acme-<b>"
            })
    void isNoElementWithoutAProperName(String tag) {
        assertThatThrownBy(() -> new PageElement(tag, "terms.js")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void staysWithTheChallengeThatIsRefused() {
        PageElement element = new PageElement("acme-terms", "terms.js");

        Challenge refused = new Challenge(Challenge.PROMPT, JsonObject.empty(), List.of())
                .withElement(element)
                .withError("word", new FieldError("No.", "invalid"));

        assertThat(refused.element()).contains(element);
    }
}
