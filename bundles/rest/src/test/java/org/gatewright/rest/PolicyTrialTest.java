package org.gatewright.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gatewright.json.JsonText;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.policy.PolicyQuestion;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.GatewrightException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTrialTest {

    private final House house = new House();
    private final ConfigurationObject policy =
            house.configuration.put(Model.POLICY, "rule", JsonObject.of("name", "office"));

    @Test
    void answersInTheShapeOfAuthentikAndExplains() {
        house.grant("view", policy);
        JsonObject answer = test("{\"ip\": \"10.1.2.3\", \"user_agent\": \"curl\", \"host\": \"id.example.org\","
                + " \"application\": \"shop\", \"context\": {\"step\": 2}}");
        assertThat(answer.bool("passing")).contains(true);
        assertThat(answer.list("messages")).isEmpty();
        assertThat(answer.list("log_messages")).isEmpty();
        assertThat(answer.object("explanation").orElseThrow().text("outcome")).contains("pass");
        PolicyQuestion asked = house.policies.tried().get(0);
        assertThat(asked.user()).isEmpty();
        assertThat(asked.application()).contains("shop");
        assertThat(asked.client().orElseThrow().address()).isEqualTo("10.1.2.3");
        assertThat(asked.client().orElseThrow().userAgent()).isEqualTo("curl");
        assertThat(asked.client().orElseThrow().origin().getHost()).isEqualTo("id.example.org");
        assertThat(asked.facts().integer("step")).contains(2L);
    }

    @Test
    void saysWhyNot() {
        house.grant("view", policy);
        house.refusedByPolicy.add(policy.id());
        JsonObject answer = test("{}");
        assertThat(answer.bool("passing")).contains(false);
        assertThat(answer.texts("messages")).containsExactly("No.");
    }

    @Test
    void answersAtTheAddressesOfTypesAndOfAllToo() {
        house.grant("view", policy);
        for (String path : new String[] {"policies/rule", "policies/all"}) {
            assertThat(house.api
                            .act(house.caller(), path, policy.id().toString(), "test", JsonObject.empty())
                            .getStatus())
                    .isEqualTo(200);
        }
    }

    @Test
    void needsTheRightToSeeThePolicy() {
        assertFails(CommonError.DENIED, "{}");
    }

    @Test
    void showsNobodyWhomTheCallerMayNotSee() {
        house.grant("view", policy);
        assertThatThrownBy(() -> test("{\"user\": 1}"))
                .isInstanceOfSatisfying(InvalidFieldsException.class, refused -> assertThat(refused.fields())
                        .containsOnlyKeys("user"));
        assertThat(house.policies.tried()).isEmpty();
    }

    @Test
    void doesNotTryWhatThereIsNot() {
        house.grantEverything();
        assertThatThrownBy(() ->
                        house.api.testPolicy(house.caller(), UUID.randomUUID().toString(), JsonObject.empty()))
                .isInstanceOfSatisfying(GatewrightException.class, failed -> assertThat(failed.code())
                        .isEqualTo(CommonError.NOT_FOUND));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"user\": \"ann\"} | user | This must be a whole number.",
                "{\"context\": []} | context | This must be an object.",
                "{\"ip\": \"localhost\"} | ip | This is no IP address.",
                "{\"ip\": \"10.0.0.1\", \"host\": \"a b\"} | host | This is no host name.",
                "{\"ip\": \"10.0.0.1\", \"host\": \"x/y\"} | host | This is no host name.",
                "{\"ip\": \"10.0.0.1\", \"host\": \"u@x\"} | host | This is no host name."
            })
    void refusesWhatIsNoQuestion(String body, String field, String sentence) {
        house.grant("view", policy);
        assertThatThrownBy(() -> test(body))
                .isInstanceOfSatisfying(InvalidFieldsException.class, refused -> assertThat(refused.fields())
                        .isEqualTo(Map.of(field, List.of(sentence))));
    }

    private JsonObject test(String body) {
        return (JsonObject) house.api
                .testPolicy(house.caller(), policy.id().toString(), JsonText.read(body))
                .getEntity();
    }

    private void assertFails(CommonError code, String body) {
        assertThatThrownBy(() -> test(body))
                .isInstanceOfSatisfying(GatewrightException.class, failed -> assertThat(failed.code())
                        .isEqualTo(code));
    }
}
