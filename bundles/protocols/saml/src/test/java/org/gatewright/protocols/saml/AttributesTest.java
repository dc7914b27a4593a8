package org.gatewright.protocols.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gatewright.libs.opensaml.OpenSaml;
import org.gatewright.mappings.cel.CelLanguage;
import org.gatewright.testkit.kernel.BareKernel;
import org.gatewright.testkit.kernel.PluginTest;
import org.gatewright.testkit.kernel.RefusedSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attributes that administrators write as expressions are checked when they are saved. */
@PluginTest({SamlProtocol.class, CelLanguage.class})
class AttributesTest {

    @BeforeAll
    static void initialize() throws Exception {
        OpenSaml.initialize();
    }

    private static String settings(String expression) {
        return "{\"acs_url\": \"" + Server.ACS + "\", \"audience\": \"" + Server.PARTY
                + "\", \"attributes\": [{\"saml_name\": \"x\", \"expression\": \"" + expression + "\"}]}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user.groups",
                "user.email",
                "user.name + ' (' + user.username + ')'",
                "user.attribute('department', '')",
                "user.is_in_group('staff')",
            })
    void takesWhatMeansSomething(String expression, BareKernel kernel) {
        kernel.provider("saml", "wiki", settings(expression));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user.password | password",
                "user. | Line 1",
                "request.ip | request",
                "policy('x') | policy",
            })
    void refusesWhatMeansNothing(String expression, String named, BareKernel kernel) {
        assertThatThrownBy(() -> kernel.provider("saml", "wiki", settings(expression)))
                .isInstanceOfSatisfying(RefusedSettings.class, refused -> assertThat(refused.fields()
                                .getOrDefault("attributes", List.of())
                                .toString())
                        .contains("“x”")
                        .contains(named));
    }
}
