package ${package};

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.testkit.kernel.BareKernel;
import org.gatewright.testkit.kernel.Instance;
import org.gatewright.testkit.kernel.PluginTest;
import org.gatewright.testkit.kernel.RefusedSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PluginTest(DomainPolicy.class)
class DomainPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "example.org, true",
        "example.com, false",
        "ample.org, false" // the end of another one
    })
    void passesPeopleOfTheDomain(String domain, boolean passes, BareKernel kernel) {
        User alice = kernel.user("alice", JsonObject.empty());
        Instance policy = kernel.policy("${type}", "{\"domain\": \"" + domain + "\"}");
        assertThat(kernel.decide(policy, Optional.of(alice)).passes()).isEqualTo(passes);
    }

    @Test
    void passesNobodyWhoIsNotKnown(BareKernel kernel) {
        Instance policy = kernel.policy("${type}", "{}");
        assertThat(kernel.decide(policy, Optional.empty()).messages())
                .containsExactly("This is only for people of example.org.");
    }

    @Test
    void refusesWhatIsNoDomain(BareKernel kernel) {
        assertThatThrownBy(() -> kernel.policy("${type}", "{\"domain\": \"@example.org\"}"))
                .isInstanceOfSatisfying(
                        RefusedSettings.class,
                        refused -> assertThat(refused.fields()).containsOnlyKeys("domain"));
    }
}
