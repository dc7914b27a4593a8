package org.gatewright.kernel.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitialsAvatarTest {

    private static final String PREFIX = "data:image/svg+xml;base64,";

    @ParameterizedTest
    @CsvSource({
        "alice, A",
        "Ada Lovelace, AL",
        "ada.lovelace@example.org, AL",
        "Ada King Lovelace, AL",
        "'  ada  ', A",
        "émile_zola, ÉZ",
        "42, 4",
        "李 小龙, 李小",
        "@example.org, ?",
        "'', ?",
        "<script>, S",
        "'&lt;&amp;', LA",
    })
    void hasTheInitialsOfTheName(String name, String initials) {
        assertThat(InitialsAvatar.initials(name)).isEqualTo(initials);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"alice", "\"><script>alert(1)</script>", "&", "\uD800", "\u202Eevil", "\uD835\uDD38x", "a\0b", ""
            })
    void isWellFormedWhateverTheName(String name) throws Exception {
        String avatar = InitialsAvatar.of(name);
        assertThat(avatar).startsWith(PREFIX);
        byte[] picture = Base64.getDecoder().decode(avatar.substring(PREFIX.length()));
        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(picture))
                .getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("svg");
        assertThat(root.getElementsByTagName("*").getLength()).isEqualTo(2);
        assertThat(new String(picture, UTF_8)).doesNotContain("script");
    }

    @Test
    void staysTheSameForOneName() {
        assertThat(InitialsAvatar.of("Alice")).isEqualTo(InitialsAvatar.of("alice"));
        assertThat(InitialsAvatar.of("alice")).isNotEqualTo(InitialsAvatar.of("bob"));
    }
}
