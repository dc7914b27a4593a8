package org.gatewright.protocols.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatewright.protocols.oauth2.Server.uri;
import static org.gatewright.protocols.oauth2.settings.RedirectUriType.AUTHORIZATION;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gatewright.protocols.oauth2.claims.Subjects;
import org.gatewright.protocols.oauth2.settings.ClientType;
import org.gatewright.protocols.oauth2.settings.GrantType;
import org.gatewright.protocols.oauth2.settings.IssuerMode;
import org.gatewright.protocols.oauth2.settings.OAuth2Settings;
import org.gatewright.protocols.oauth2.settings.Pkce;
import org.gatewright.protocols.oauth2.settings.SubjectMode;
import org.gatewright.spi.directory.User;
import org.gatewright.testkit.directory.TestUsers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private final Server server = new Server();

    @Test
    void haveAuthentiksDefaults() {
        OAuth2Settings settings = server.register("fresh", Map.of()).settings();
        assertThat(settings.clientType()).isEqualTo(ClientType.CONFIDENTIAL);
        assertThat(settings.grantTypes()).containsExactly(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN);
        assertThat(settings.accessCodeValidity()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.accessTokenValidity()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.refreshTokenValidity()).isEqualTo(Duration.ofDays(30));
        assertThat(settings.refreshTokenThreshold()).isZero();
        assertThat(settings.includeClaimsInIdToken()).isTrue();
        assertThat(settings.subMode()).isEqualTo(SubjectMode.HASHED_USER_ID);
        assertThat(settings.issuerMode()).isEqualTo(IssuerMode.PER_PROVIDER);
        assertThat(settings.pkce()).isEqualTo(Pkce.OPTIONAL);
        assertThat(settings.emailVerified()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/callback",
                "https://shop.example.org/#fragment",
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "https:///callback",
                "https:callback",
                "http://not a host/"
            })
    void refuseAddressesToWhichNobodyMayBeSent(String url) {
        assertThatThrownBy(() -> uri(url, AUTHORIZATION))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a redirect URI");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example.org/callback?x=1",
                "http://localhost:5000/oidc/callback",
                "com.example.app:/callback",
                "http://[::1]/callback"
            })
    void takeAddressesOfSitesAndApps(String url) {
        assertThat(uri(url, AUTHORIZATION).matches(url)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1/cb, http://127.0.0.1:49152/cb, true",
        "http://127.0.0.1:1234/cb, http://127.0.0.1:49152/cb, true",
        "http://[::1]/cb, http://[::1]:49152/cb, true",
        "http://127.0.0.1/cb, http://127.0.0.1:49152/other, false",
        "http://127.0.0.1/cb, http://127.0.0.1:49152/cb?x=1, false",
        "http://127.0.0.1/cb, http://127.0.0.1:1@evil.example.org/cb, false",
        "http://127.0.0.1/cb, http://user@127.0.0.1:1/cb, false",
        "http://127.0.0.1/cb, https://127.0.0.1:49152/cb, false",
        "http://127.0.0.1/cb, http://localhost:49152/cb, false",
        "http://127.0.0.1/cb, not an address, false",
        "http://localhost/cb, http://localhost:49152/cb, false",
        "https://127.0.0.1/cb, https://127.0.0.1:49152/cb, false"
    })
    void letOnlyThePortOfALoopbackAddressDiffer(String registered, String sent, boolean matches) {
        assertThat(uri(registered, AUTHORIZATION).matches(sent)).isEqualTo(matches);
    }

    @Test
    void refuseLifetimesAndGrantTypesThatMakeNoSense() {
        assertRefused("accessCodeValidity", Duration.ofMinutes(11), "access_code_validity");
        assertRefused("accessTokenValidity", Duration.ZERO, "access_token_validity");
        assertRefused("refreshTokenValidity", Duration.ofSeconds(-1), "refresh_token_validity");
        assertThatThrownBy(() -> server.register(
                        "x",
                        Map.of("clientType", ClientType.PUBLIC, "grantTypes", List.of(GrantType.CLIENT_CREDENTIALS))))
                .hasStackTraceContaining("a public client cannot use the grant type client_credentials");
    }

    @Test
    void sayWhatNamesTheUser() {
        User ada = TestUsers.active("ada");
        assertThat(Subjects.name(ada, SubjectMode.USER_ID)).isEqualTo(Long.toString(ada.pk()));
        assertThat(Subjects.name(ada, SubjectMode.USER_UUID)).isEqualTo(ada.id().toString());
        assertThat(Subjects.name(ada, SubjectMode.USER_USERNAME)).isEqualTo("ada");
        assertThat(Subjects.name(ada, SubjectMode.USER_EMAIL)).isEqualTo("ada@example.org");
        assertThat(Subjects.name(ada, SubjectMode.HASHED_USER_ID)).matches("[0-9a-f]{64}");
        assertThat(Subjects.name(ada, SubjectMode.USER_UPN))
                .as("without the attribute")
                .isEqualTo(Subjects.name(ada, SubjectMode.HASHED_USER_ID));
    }

    private void assertRefused(String setting, Object value, String name) {
        assertThatThrownBy(() -> server.register("x", Map.of(setting, value))).hasStackTraceContaining(name);
    }
}
