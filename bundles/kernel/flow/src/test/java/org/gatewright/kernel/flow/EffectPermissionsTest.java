package org.gatewright.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.plugins.DeclaredPermissions;
import org.gatewright.port.plugins.Permission;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.UserType;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.StageResult;
import org.gatewright.spi.store.DocumentCollection;
import org.gatewright.spi.store.DocumentDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Effects of a stage are carried out only if its plug-in declares what they are. */
class EffectPermissionsTest {

    private static final DocumentCollection WORDS = DocumentCollection.named("words");
    private static final String PAGE = "/if/flow/f/";
    private static final JsonObject NOTHING = JsonObject.empty();
    private static final Effect CREATION = new Effect.CreateUser(
            "ada", "Ada", "ada@example.org", UserType.INTERNAL, true, "users", NOTHING, Optional.empty(), List.of());

    private static DeclaredPermissions declaring(Permission... permissions) {
        return new DeclaredPermissions("com.example", Arrays.asList(permissions));
    }

    private static Permission all(String name) {
        return new Permission(name, List.of());
    }

    private static Effect update(Optional<String> name, Optional<SecretText> password, JsonObject attributes) {
        return new Effect.UpdateUser(Optional.empty(), name, Optional.empty(), attributes, password);
    }

    static Stream<Arguments> effects() {
        return Stream.of(
                Arguments.of(Permission.SESSIONS, new Effect.StartSession(Duration.ofHours(1), false, false)),
                Arguments.of(Permission.SESSIONS, new Effect.EndSession()),
                Arguments.of(Permission.CONSENTS, new Effect.RememberConsent("app", Set.of(), Optional.empty())),
                Arguments.of(Permission.USER_FIELDS, CREATION),
                Arguments.of(Permission.USER_FIELDS, update(Optional.of("Ada"), Optional.empty(), NOTHING)),
                Arguments.of(Permission.DOCUMENTS, new Effect.PutDocument(WORDS, DocumentDraft.adding("k", NOTHING))),
                Arguments.of(Permission.DOCUMENTS, new Effect.DeleteDocument(WORDS, "k", 1)));
    }

    @ParameterizedTest
    @MethodSource("effects")
    void eachBelongsToOnePermission(String permission, Effect effect) {
        for (StageResult result : results(effect)) {
            assertThat(EffectPermissions.checked(result, declaring(all(permission))))
                    .isSameAs(result);
            Permission[] others = effects()
                    .map(other -> (String) other.get()[0])
                    .distinct()
                    .filter(other -> !other.equals(permission))
                    .map(EffectPermissionsTest::all)
                    .toArray(Permission[]::new);
            refuses(result, declaring(others), permission);
        }
    }

    @Test
    void anAuditEventBelongsToNone() {
        StageResult result = new StageResult.Done(NOTHING, List.of(new Effect.Audit("seen", NOTHING)));

        assertThat(EffectPermissions.checked(result, declaring())).isSameAs(result);
    }

    @Test
    void oneThatIsNotDeclaredIsEnough() {
        StageResult result = new StageResult.Done(
                NOTHING, List.of(new Effect.EndSession(), new Effect.DeleteDocument(WORDS, "k", 1)));

        refuses(result, declaring(all(Permission.SESSIONS)), Permission.DOCUMENTS);
    }

    @Test
    void onlyTheFieldsThatAreNamedAreChanged() {
        Permission limited = new Permission(Permission.USER_FIELDS, List.of("name", "attributes"));
        Effect allowed = update(Optional.of("Ada"), Optional.empty(), JsonObject.of("terms", "3"));
        Effect password = update(Optional.of("Ada"), Optional.of(SecretText.of("secret")), NOTHING);

        StageResult result = new StageResult.Done(NOTHING, List.of(allowed));
        assertThat(EffectPermissions.checked(result, declaring(limited))).isSameAs(result);
        refuses(new StageResult.Done(NOTHING, List.of(password)), declaring(limited), "user-fields;names=password");
        refuses(new StageResult.Done(NOTHING, List.of(CREATION)), declaring(limited), Permission.USER_FIELDS);
    }

    @Test
    void aStageThatDeclaresNothingIsNotAvailableAndHasNoEffect() {
        House house = new House();
        Entry<FlowFields> flow = house.flow("f");
        Effect put = new Effect.PutDocument(WORDS, DocumentDraft.adding("k", NOTHING));
        house.step(
                flow,
                "sneaky",
                context -> context.answers().isEmpty()
                        ? new StageResult.Ask(Stages.challenge("ak-stage-prompt", "word"))
                        : new StageResult.Done(NOTHING, List.of(put)));
        Browser browser = new Browser(house);
        house.catalogue.declaring();
        browser.show(PAGE);

        assertThat(browser.answer(PAGE, "word", "sesame").status()).isEqualTo(503);
        assertThat(house.database.documents().counts()).isEmpty();

        house.catalogue.declaring(all(Permission.DOCUMENTS));
        assertThat(browser.answer(PAGE, "word", "sesame").status()).isEqualTo(200);
        assertThat(house.database.documents().counts()).hasSize(1);
    }

    private static List<StageResult> results(Effect effect) {
        StageResult.Ask ask = new StageResult.Ask(
                new Challenge(Challenge.PROMPT, NOTHING, List.of()), NOTHING, false, List.of(effect));
        return List.of(
                new StageResult.Done(NOTHING, List.of(effect)),
                ask,
                new StageResult.Denied("No.", List.of(effect)),
                new StageResult.Host(UUID.randomUUID(), ask, NOTHING, false));
    }

    private static void refuses(StageResult result, DeclaredPermissions declared, String permission) {
        assertThatThrownBy(() -> EffectPermissions.checked(result, declared))
                .isInstanceOfSatisfying(GatewrightException.class, e -> {
                    assertThat(e.code()).isEqualTo(CommonError.PLUGIN_UNDECLARED);
                    assertThat(e.detail()).contains("com.example does not declare the permission “" + permission);
                });
    }
}
