package org.gatewright.stages.authenticatorvalidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gatewright.authenticators.backupcodes.StaticMethod;
import org.gatewright.authenticators.totp.TotpMethod;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.stage.FactNames;
import org.gatewright.stages.authenticatorsetup.AuthenticatorSetupStage;
import org.gatewright.testkit.kernel.BareKernel;
import org.gatewright.testkit.kernel.Instance;
import org.gatewright.testkit.kernel.Page;
import org.gatewright.testkit.kernel.PluginTest;
import org.gatewright.testkit.kernel.TestFlow;
import org.gatewright.testkit.kernel.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Second factors in the real kernel, and attacks on them. */
@PluginTest({AuthenticatorValidateStage.class, AuthenticatorSetupStage.class, TotpMethod.class, StaticMethod.class})
class SecondFactorTest {

    private static final String VALIDATE = "ak-stage-authenticator-validate";
    private static final String TOTP = "ak-stage-authenticator-totp";
    private static final String STATIC = "ak-stage-authenticator-static";

    private BareKernel kernel;
    private User alice;
    private Instance totp;
    private Instance codes;
    private Instance totpSetup;
    private Instance codesSetup;

    @BeforeEach
    void begin(BareKernel bare) {
        kernel = bare;
        alice = kernel.user("alice", JsonObject.empty());
        totp = kernel.authenticator("totp", "{}");
        codes = kernel.authenticator("static", "{\"token_count\": 3}");
        totpSetup = setup(totp);
        codesSetup = setup(codes);
    }

    private Instance setup(Instance method) {
        return kernel.stage("authenticator_setup", "{\"method\": \"" + method.id() + "\"}");
    }

    private Instance validate(String action, Instance... setups) {
        List<String> ids = new ArrayList<>();
        for (Instance each : setups) {
            ids.add("\"" + each.id() + "\"");
        }
        return kernel.stage(
                "authenticator_validate",
                "{\"not_configured_action\": \"" + action + "\", \"configuration_stages\": " + ids + "}");
    }

    private TestFlow login(String slug, User user) {
        return kernel.flow(slug).about(user).step(validate("skip"));
    }

    /** Adds an app. */
    private App app(User user, String slug) {
        TestFlow flow = kernel.flow(slug)
                .about(user)
                .knowing(FactNames.METHODS, List.of("pwd", "mfa"))
                .step(totpSetup);
        Visitor visitor = kernel.visitor();
        App app = new App(visitor.open(flow).challenge().text("secret").orElseThrow());
        assertThat(visitor.answer(flow, code(app.code(kernel.now()))).isOver()).isTrue();
        later(60);
        return app;
    }

    /** Adds backup codes. */
    private List<String> backupCodes(User user, String slug) {
        TestFlow flow = kernel.flow(slug)
                .about(user)
                .knowing(FactNames.METHODS, List.of("pwd", "mfa"))
                .step(codesSetup);
        Visitor visitor = kernel.visitor();
        List<String> shown = visitor.open(flow).challenge().texts("codes");
        assertThat(visitor.answer(flow, "{}").isOver()).isTrue();
        return shown;
    }

    private void later(long seconds) {
        kernel.at(kernel.now().plusSeconds(seconds));
    }

    private static String code(String code) {
        return "{\"code\": \"" + code + "\"}";
    }

    @Test
    void asksUsersWhoHaveOneAndNobodyElse() {
        App app = app(alice, "add");
        TestFlow flow = login("login", alice);
        Visitor visitor = kernel.visitor();
        assertThat(visitor.open(flow).component()).isEqualTo(VALIDATE);
        assertThat(visitor.answer(flow, code(app.code(kernel.now()))).isOver()).isTrue();
        assertThat(flow.facts().orElseThrow().texts(FactNames.METHODS)).containsExactly("pwd", "otp", "mfa");
        assertThat(kernel.visitor()
                        .open(login("other", kernel.user("bob", JsonObject.empty())))
                        .isOver())
                .isTrue();
    }

    /** The switch: who has none sets up an app, and then gets backup codes, in the same sign-in. */
    @Test
    void setsUpWhatIsRequiredAtTheNextSignIn() {
        TestFlow flow = kernel.flow("login").about(alice).step(validate("configure", totpSetup, codesSetup));
        Visitor visitor = kernel.visitor();
        Page page = visitor.open(flow);
        assertThat(page.component()).isEqualTo(TOTP);
        App app = new App(page.challenge().text("secret").orElseThrow());
        assertThat(visitor.answer(flow, code(app.wrongCode(kernel.now()))).errors("code"))
                .isNotEmpty();
        assertThat(kernel.devices(alice)).isEmpty();
        assertThat(visitor.answer(flow, code(app.code(kernel.now()))).component())
                .isEqualTo(STATIC);
        assertThat(visitor.answer(flow, "{}").isOver()).isTrue();
        assertThat(kernel.devices(alice)).containsExactly("static", "totp");
        assertThat(flow.facts().orElseThrow().texts(FactNames.METHODS)).containsExactly("pwd", "otp", "mfa");
        assertThat(kernel.events("authenticator_added")).hasSize(2);
    }

    @Test
    void whoLeavesTheSetUpHasToSetUpTheNextTime() {
        TestFlow flow = kernel.flow("login").about(alice).step(validate("configure", totpSetup));
        assertThat(kernel.visitor().open(flow).component()).isEqualTo(TOTP);
        assertThat(kernel.devices(alice)).isEmpty();
        assertThat(kernel.visitor().open(flow).component()).isEqualTo(TOTP);
    }

    @Test
    void attackACodeIsUsedAgain() {
        App app = app(alice, "add");
        TestFlow flow = login("login", alice);
        String code = code(app.code(kernel.now()));
        assertThat(enter(flow, code).isOver()).isTrue();
        assertThat(enter(flow, code).errors("code")).isNotEmpty();
        later(30);
        assertThat(enter(flow, code).errors("code")).isNotEmpty();
    }

    @Test
    void attackACodeIsUsedByManyAtOnce() throws Exception {
        App app = app(alice, "add");
        TestFlow flow = login("login", alice);
        String code = code(app.code(kernel.now()));
        assertThat(over(atOnce(16, () -> enterOpened(flow, code)))).isOne();
    }

    @Test
    void attackABackupCodeIsUsedByManyAtOnce() throws Exception {
        List<String> shown = backupCodes(alice, "add");
        TestFlow flow = login("login", alice);
        assertThat(over(atOnce(16, () -> enterOpened(flow, code(shown.get(0))))))
                .isOne();
        later(3600);
        assertThat(enter(flow, code(shown.get(0))).errors("code")).isNotEmpty();
        // those who lost may have made many failures of it, and this was one more
        later(3600);
        assertThat(enter(flow, code(shown.get(1))).isOver()).isTrue();
    }

    @Test
    void attackCodesAreGuessed() {
        App app = app(alice, "add");
        TestFlow flow = login("login", alice);
        Visitor visitor = kernel.visitor();
        visitor.open(flow);
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(visitor.answer(flow, code(app.wrongCode(kernel.now()))).errors("code"))
                    .isNotEmpty();
        }
        // a new flow is no way round, and the right code does not help before the pause is over
        assertThat(enter(flow, code(app.code(kernel.now()))).errors("non_field_errors"))
                .singleElement()
                .asString()
                .startsWith("Too many attempts");
        later(2);
        assertThat(enter(flow, code(app.code(kernel.now()))).isOver()).isTrue();
    }

    @Test
    void attackGuessesAreMadeAtTheSameMoment() throws Exception {
        App app = app(alice, "add");
        TestFlow flow = login("login", alice);
        String wrong = code(app.wrongCode(kernel.now()));
        for (int round = 0; round < 5; round++) {
            atOnce(10, () -> enterOpened(flow, wrong));
        }
        assertThat(enter(flow, code(app.code(kernel.now()))).errors("non_field_errors"))
                .isNotEmpty();
    }

    @Test
    void attackTheDeviceOfSomebodyElse() {
        app(alice, "add");
        User mallory = kernel.user("mallory", JsonObject.empty());
        App own = app(mallory, "add-own");
        String device = kernel.visitor()
                .open(login("probe", mallory))
                .challenge()
                .objects("device_challenges")
                .get(0)
                .text("device_uid")
                .orElseThrow();
        TestFlow flow = login("login", alice);
        Page page = enter(
                flow,
                "{\"code\": \"" + own.code(kernel.now())
                        + "\", \"selected_challenge\": {\"device_class\": \"totp\", \"device_uid\": \"" + device
                        + "\"}}");
        assertThat(page.isOver()).isFalse();
        assertThat(page.errors("non_field_errors")).isNotEmpty();
        assertThat(enter(flow, code(own.code(kernel.now()))).errors("code")).isNotEmpty();
    }

    @Test
    void attackTheCodeOfAnotherDevice() {
        App app = app(alice, "add");
        List<String> shown = backupCodes(alice, "add-codes");
        TestFlow flow = login("login", alice);
        JsonObject selected = kernel.visitor()
                .open(flow)
                .challenge()
                .object("selected_challenge")
                .orElseThrow();
        String other =
                selected.text("device_class").orElseThrow().equals("totp") ? shown.get(0) : app.code(kernel.now());
        assertThat(enter(flow, code(other)).errors("code")).isNotEmpty();
    }

    @Test
    void attackADeviceIsAddedWithAPasswordAlone() {
        app(alice, "add");
        for (Instance step : List.of(totpSetup, codesSetup)) {
            TestFlow flow = kernel.flow("add-" + step.id()).about(alice).step(step);
            assertThat(kernel.visitor().open(flow).isDenied()).isTrue();
        }
        assertThat(kernel.devices(alice)).containsExactly("totp");
    }

    @Test
    void attackADeviceIsAddedForSomebodyWhoIsOnlyNamed() {
        TestFlow flow = kernel.flow("add")
                .knowing(FactNames.PENDING_USER, alice.id().toString())
                .step(totpSetup);
        assertThat(kernel.visitor().open(flow).isDenied()).isTrue();
    }

    @Test
    void attackADeviceIsAddedWithoutBeingShown() {
        TestFlow flow = kernel.flow("add").about(alice).step(codesSetup);
        Visitor visitor = kernel.visitor();
        visitor.answer(flow, "{}");
        assertThat(kernel.devices(alice)).isEmpty();
    }

    @Test
    void attackTheStepIsAnsweredAsIfItWereAnotherOne() {
        app(alice, "add");
        TestFlow flow = login("login", alice);
        Visitor visitor = kernel.visitor();
        visitor.open(flow);
        for (String answer : List.of(
                "{}",
                "{\"component\": \"ak-stage-user-login\"}",
                "{\"component\": \"ak-stage-authenticator-totp\", \"code\": \"000000\"}",
                "{\"selected_stage\": \"" + totpSetup.id() + "\"}",
                "{\"added_device\": \"x\", \"amr\": [\"mfa\"]}")) {
            assertThat(visitor.answer(flow, answer).component()).as(answer).isEqualTo(VALIDATE);
        }
        assertThat(flow.facts()).isEmpty();
    }

    @Test
    void withoutItsMethodTheStepIsNotAvailable() {
        App app = app(alice, "add");
        TestFlow flow = kernel.flow("login").about(alice).step(validate("configure", totpSetup));
        Visitor visitor = kernel.visitor();
        visitor.open(flow);
        kernel.uninstall(Kind.AUTHENTICATOR, "totp");
        assertThat(visitor.answer(flow, code(app.code(kernel.now()))).status()).isEqualTo(503);
        assertThat(visitor.open(flow).status()).isEqualTo(503);
        assertThat(kernel.visitor().open(flow).status()).isEqualTo(503);
        kernel.install(TotpMethod.class);
        assertThat(visitor.open(flow).component()).isEqualTo(VALIDATE);
        assertThat(visitor.answer(flow, code(app.code(kernel.now()))).isOver()).isTrue();
    }

    @Test
    void withoutOneMethodTheOthersAreAskedFor() {
        app(alice, "add");
        List<String> shown = backupCodes(alice, "add-codes");
        TestFlow flow = login("login", alice);
        kernel.uninstall(Kind.AUTHENTICATOR, "totp");
        assertThat(enter(flow, code(shown.get(0))).isOver()).isTrue();
    }

    @Test
    void whoHasNothingToSetUpForWantOfThePlugInIsNotLetIn() {
        kernel.uninstall(Kind.AUTHENTICATOR, "totp");
        TestFlow flow = kernel.flow("login").about(alice).step(validate("configure", totpSetup));
        assertThat(kernel.visitor().open(flow).status()).isEqualTo(503);
    }

    @Test
    void newBackupCodesReplaceTheOldOnes() {
        List<String> old = backupCodes(alice, "add");
        List<String> shown = backupCodes(alice, "again");
        assertThat(kernel.devices(alice)).containsExactly("static");
        TestFlow flow = login("login", alice);
        assertThat(enter(flow, code(old.get(0))).errors("code")).isNotEmpty();
        assertThat(enter(flow, code(shown.get(0))).isOver()).isTrue();
    }

    private Page enter(TestFlow flow, String answers) {
        Visitor visitor = kernel.visitor();
        visitor.open(flow);
        return visitor.answer(flow, answers);
    }

    private Callable<Page> enterOpened(TestFlow flow, String answers) {
        Visitor visitor = kernel.visitor();
        visitor.open(flow);
        return () -> visitor.answer(flow, answers);
    }

    private static long over(List<Page> pages) {
        return pages.stream().filter(Page::isOver).count();
    }

    private static List<Page> atOnce(int visitors, Callable<Callable<Page>> prepared) throws Exception {
        List<Callable<Page>> calls = new ArrayList<>();
        for (int visitor = 0; visitor < visitors; visitor++) {
            calls.add(prepared.call());
        }
        ExecutorService threads = Executors.newFixedThreadPool(visitors);
        try {
            List<Page> pages = new ArrayList<>();
            for (Future<Page> page : threads.invokeAll(calls)) {
                pages.add(page.get());
            }
            return pages;
        } finally {
            threads.shutdownNow();
        }
    }
}
