package org.gatewright.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatewright.spi.http.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormDecoderTest {

    @Test
    void decodesNamesAndValues() {
        Parameters parameters = FormDecoder.decode(Optional.of("a=1+2&b%20c=%C3%A9&flag&a=3"));

        assertThat(parameters.first("a")).contains("1 2");
        assertThat(parameters.isRepeated("a")).isTrue();
        assertThat(parameters.first("b c")).contains("é");
        assertThat(parameters.first("flag")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%zz", "a=%", "%1=x"})
    void refusesABrokenEscape(String text) {
        assertThatThrownBy(() -> FormDecoder.decode(Optional.of(text))).isInstanceOf(BadRequestException.class);
    }

    @Test
    void refusesMoreParametersThanAnybodyNeeds() {
        String text =
                IntStream.range(0, 201).mapToObj(number -> "p" + number + "=1").collect(Collectors.joining("&"));
        assertThatThrownBy(() -> FormDecoder.decode(Optional.of(text))).isInstanceOf(BadRequestException.class);
    }
}
