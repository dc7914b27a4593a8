package org.gatewright.policies.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.mappings.cel.CelLanguage;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.policy.Verdict;
import org.gatewright.testkit.kernel.BareKernel;
import org.gatewright.testkit.kernel.Instance;
import org.gatewright.testkit.kernel.PluginTest;
import org.gatewright.testkit.kernel.RefusedSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PluginTest({ExpressionPolicy.class, CelLanguage.class})
class ExpressionPolicyTest {

    private static final String OFFICE = "user.is_in_group('finance') and request.ip in ['10.0.0.0/8']";

    @ParameterizedTest
    @CsvSource({
        "finance, 10.1.2.3, true",
        "finance, 192.0.2.1, false",
        "finance, ::ffff:10.1.2.3, true",
        "finance, 2001:db8::1, false",
        "guests, 10.1.2.3, false"
    })
    void decidesAsTheGuideSays(String group, String address, boolean passes, BareKernel kernel) {
        User user = kernel.user("ann", JsonObject.empty());
        kernel.member(user, group);
        assertThat(kernel.decide(policy(kernel, OFFICE), Optional.of(user), address)
                        .passes())
                .isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user.username == 'ann' | true",
                "user.email == 'ann@example.org' and user.name == 'User ann' | true",
                "user.attributes.level >= 3 | true",
                "user.has_attribute('level') and not user.has_attribute('other') | true",
                "user.attribute('level', 0) == 3 and user.attribute('other', 'x') == 'x' | true",
                "user.attributes.other == 3 | false",
                "user.is_anonymous or user.is_superuser | false",
                "user.has_authenticator() or user.has_authenticator('totp') | false",
                "user.is_active and user.type == 'internal' | true",
                "application.slug == 'app' and request.host == 'id.example.org' | true",
                "request.user_agent.matches('(?i)TEST') and request.is_secure | true",
                "now.getHours('Europe/Zurich') == 13 | true",
                "now - user.created < duration('720h') | true",
                "size(context) == 0 | true"
            })
    void knowsTheQuestion(String expression, boolean passes, BareKernel kernel) {
        kernel.at(Instant.parse("2026-11-23T12:00:00Z"));
        User user = kernel.user("ann", JsonObject.of("level", 3));
        assertThat(kernel.decide(policy(kernel, expression), Optional.of(user), "192.0.2.1")
                        .passes())
                .isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user.is_in_group('staff') | false",
                "user.is_anonymous and user.username == '' and size(user.groups) == 0 | true",
                "request.ip == '' and application.slug == '' | true",
                "request.ip in ['0.0.0.0/0', '::/0'] | false"
            })
    void nobodyIsAUserWithoutANameAndWithoutGroups(String expression, boolean passes, BareKernel kernel) {
        assertThat(kernel.decide(policy(kernel, expression), Optional.empty()).passes())
                .isEqualTo(passes);
    }

    @Test
    void saysWhyInTheWordsOfTheExpression(BareKernel kernel) {
        Verdict verdict = kernel.decide(
                policy(kernel, "user.is_in_group('finance') or message('Only finance may do this.')"),
                Optional.empty());
        assertThat(verdict.passes()).isFalse();
        assertThat(verdict.messages()).containsExactly("Only finance may do this.");
    }

    @Test
    void saysWhyWithoutWordsOfItsOwn(BareKernel kernel) {
        Verdict verdict = kernel.decide(policy(kernel, OFFICE), Optional.empty());
        assertThat(verdict.messages()).containsExactly("You do not meet the conditions that are set for this.");
    }

    @Test
    void explainsToTheAdministrator(BareKernel kernel) {
        User user = kernel.user("ann", JsonObject.of("salary", 5_000));
        JsonObject explanation = vote(kernel.decide(policy(kernel, OFFICE), Optional.of(user), "10.1.2.3"))
                .object("explanation")
                .orElseThrow();
        assertThat(explanation.text("expression")).contains(OFFICE);
        assertThat(explanation.text("language")).contains("cel");
        assertThat(explanation.text("language_version")).contains("1.0.0");
        assertThat(explanation.bool("result")).contains(false);
        JsonObject inputs = explanation.object("inputs").orElseThrow();
        assertThat(inputs.object("user").orElseThrow().texts("attributes")).containsExactly("salary");
        assertThat(inputs.object("user").orElseThrow().text("username")).contains("ann");
        assertThat(inputs.has("request")).isFalse(); // it was not looked at
        assertThat(inputs.members().toString()).doesNotContain("5000");
    }

    @Test
    void asksOtherPolicies(BareKernel kernel) {
        Instance staff = policy(kernel, "user.is_in_group('staff') or message('Not of the staff.')");
        Instance asking = policy(kernel, "policy('" + staff.name() + "') and true");
        User user = kernel.user("ann", JsonObject.empty());
        Verdict refused = kernel.decide(asking, Optional.of(user));
        assertThat(refused.passes()).isFalse();
        assertThat(refused.messages()).containsExactly("Not of the staff.");
        JsonObject asked = vote(refused)
                .object("explanation")
                .orElseThrow()
                .objects("policies")
                .get(0);
        assertThat(asked.text("policy")).contains(staff.name());
        assertThat(asked.text("outcome")).contains("fail");

        kernel.member(user, "staff");
        assertThat(kernel.decide(asking, Optional.of(user)).passes()).isTrue();
    }

    @Test
    void refusesIfPoliciesAskForEachOther(BareKernel kernel) {
        Instance one = policy(kernel, "true");
        Instance other = policy(kernel, "policy('" + one.name() + "')");
        kernel.change(one, "{\"expression\": \"policy('" + other.name() + "') or true\"}");
        Verdict verdict = kernel.decide(one, Optional.empty());
        assertThat(verdict.passes()).isFalse();
        assertThat(vote(verdict).text("reason")).contains("The policy “" + one.name() + "” asks for itself.");
    }

    @Test
    void refusesIfAPolicyIsNotThere(BareKernel kernel) {
        Verdict verdict = kernel.decide(policy(kernel, "policy('nothing') or true"), Optional.empty());
        assertThat(verdict.passes()).isFalse();
        assertThat(vote(verdict).text("reason")).contains("There is no policy “nothing”.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user.is_in_group(user.attributes.level) or true | A function was given something else than a text.",
                "user.attributes.other == 1 | Key 'other' is not present in map.",
                "request.ip in ['10.0.0.0/99'] | “10.0.0.0/99” is no network."
            })
    void tellsTheAdministratorWhyThereIsNoResult(String expression, String reason, BareKernel kernel) {
        User user = kernel.user("ann", JsonObject.of("level", 3));
        Verdict verdict = kernel.decide(policy(kernel, expression), Optional.of(user), "10.1.2.3");
        assertThat(verdict.passes()).isFalse();
        assertThat(vote(verdict).text("reason")).contains(reason);
    }

    @Test
    void refusesWhileTheLanguageIsNotInstalled(BareKernel kernel) {
        Instance policy = policy(kernel, "true");
        kernel.uninstall(Kind.MAPPING, "cel");
        Verdict verdict = kernel.decide(policy, Optional.empty());
        assertThat(verdict.passes()).isFalse();
        assertThat(vote(verdict).text("reason")).contains("The language “cel” is not installed or not active.");
        kernel.install(CelLanguage.class);
        assertThat(kernel.decide(policy, Optional.empty()).passes()).isTrue();
    }

    @Test
    void isCheckedWhenItIsSaved(BareKernel kernel) {
        assertRefused(
                () -> policy(kernel, "user.is_in_group('x') and\\n  nobody"),
                Map.of("expression", List.of("Line 2, column 3: Nothing is called “nobody” here.")));
        assertRefused(
                () -> kernel.policy("expression", "{\"expression\": \"true\", \"language\": \"klingon\"}"),
                Map.of("language", List.of("The language “klingon” is not installed or not active.")));
        Instance policy = policy(kernel, "true");
        assertRefused(
                () -> kernel.change(policy, "{\"expression\": \"user.name\"}"),
                Map.of("expression", List.of("Line 1, column 5: The result must be of the type bool, and is string.")));
        assertThat(kernel.decide(policy, Optional.empty()).passes()).isTrue();
    }

    private static Instance policy(BareKernel kernel, String expression) {
        return kernel.policy("expression", "{\"expression\": \"" + expression + "\"}");
    }

    private static JsonObject vote(Verdict verdict) {
        return verdict.explanation().objects("votes").get(0);
    }

    private static void assertRefused(Runnable saving, Map<String, List<String>> fields) {
        assertThatThrownBy(saving::run)
                .isInstanceOfSatisfying(RefusedSettings.class, refused -> assertThat(refused.fields())
                        .isEqualTo(fields));
    }
}
