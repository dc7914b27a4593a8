package org.gatewright.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatewright.port.http.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | de",
                "de-CH,de;q=0.9,en;q=0.8 | de-CH de en",
                "en;q=0.1,fr | fr en",
                "fr;q=0,de | de",
                "zh-Hant-TW | zh-Hant-TW",
                "*,de | de",
                "a-b,../../etc,de |",
                "de;q=x |",
                "da,de,en,es,fr,it | da de en es fr"
            })
    void ordersWhatTheHeaderSays(String header, String languages) {
        assertThat(tags(Optional.empty(), Optional.of(header))).isEqualTo(languages == null ? "" : languages);
    }

    @Test
    void whatTheAddressAsksForComesFirst() {
        assertThat(tags(Optional.of("pt_BR"), Optional.of("de"))).isEqualTo("pt-BR de");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../../etc/passwd", "de/../fr", "de\u0000", "de%2e", "", "x", "de_DE_POSIX_too_long", "%s"})
    void whatIsNoLanguageIsLeftOut(String locale) {
        assertThat(tags(Optional.of(locale), Optional.empty())).isEmpty();
        assertThat(tags(Optional.empty(), Optional.of(locale))).isEmpty();
    }

    @Test
    void aHeaderThatIsTooLongIsNotRead() {
        assertThat(tags(Optional.empty(), Optional.of("de,".repeat(100) + "de")))
                .isEmpty();
    }

    private static String tags(Optional<String> locale, Optional<String> header) {
        return Languages.of(locale, header).stream().map(Locale::toLanguageTag).collect(Collectors.joining(" "));
    }
}
