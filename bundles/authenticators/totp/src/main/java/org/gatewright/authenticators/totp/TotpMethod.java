package org.gatewright.authenticators.totp;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.gatewright.spi.authenticator.AuthenticatorMethod;
import org.gatewright.spi.authenticator.Enrolment;
import org.gatewright.spi.authenticator.EnrolmentContext;
import org.gatewright.spi.authenticator.Prompt;
import org.gatewright.spi.authenticator.Proof;
import org.gatewright.spi.authenticator.ProofContext;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.plugin.PluginType;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.Field;
import org.gatewright.spi.stage.FieldError;
import org.gatewright.spi.stage.FieldType;
import org.osgi.service.component.annotations.Component;

/** Codes of an app such as Aegis, FreeOTP or Google Authenticator. */
@Component(service = AuthenticatorMethod.class)
@PluginType(
        name = "totp",
        title = "Authenticator app",
        description = "Codes that an app shows, other ones every 30 seconds (TOTP).",
        settings = TotpSettings.class)
public final class TotpMethod implements AuthenticatorMethod {

    private static final String COMPONENT = "ak-stage-authenticator-totp";
    private static final String NAME = "Authenticator app";
    private static final String CODE = "code";
    private static final List<String> METHODS = List.of("otp");
    private static final Field FIELD = Field.required(CODE, "Code", FieldType.TEXT);
    private static final FieldError REQUIRED = new FieldError("This field may not be blank.", "required");
    private static final FieldError INVALID =
            new FieldError("This code is wrong, or was used already. Wait for the next one.", "invalid");

    @Override
    public Enrolment enrol(EnrolmentContext context) {
        TotpSettings settings = context.settings(TotpSettings.class);
        if (context.state().isEmpty()) {
            return ask(context, Seed.random(settings.digits(), settings.algorithm()), Map.of(), false);
        }
        Seed seed = Seed.read(context.state());
        return context.answers()
                .map(answers -> checked(context, seed, code(answers)))
                .orElseGet(() -> ask(context, seed, Map.of(), false));
    }

    @Override
    public Prompt challenge(ProofContext context) {
        return new Prompt(List.of(FIELD));
    }

    @Override
    public Proof verify(ProofContext context) {
        Seed seed = Seed.read(context.device().content());
        String code = code(context.answers());
        if (code.isEmpty()) {
            return new Proof.Refused(CODE, REQUIRED, JsonObject.empty());
        }
        OptionalLong step = seed.step(
                code, context.now(), context.settings(TotpSettings.class).drift());
        return step.isPresent()
                ? new Proof.Accepted(
                        context.device().id(), seed.usedAt(step.getAsLong()).write(), METHODS)
                : new Proof.Refused(CODE, INVALID, JsonObject.empty());
    }

    private static Enrolment checked(EnrolmentContext context, Seed seed, String code) {
        if (code.isEmpty()) {
            return ask(context, seed, Map.of(CODE, List.of(REQUIRED)), true);
        }
        OptionalLong step = seed.step(
                code, context.now(), context.settings(TotpSettings.class).drift());
        return step.isPresent()
                ? new Enrolment.Enrolled(NAME, seed.usedAt(step.getAsLong()).write(), METHODS)
                : ask(context, seed, Map.of(CODE, List.of(INVALID)), true);
    }

    private static Enrolment ask(
            EnrolmentContext context, Seed seed, Map<String, List<FieldError>> errors, boolean refused) {
        String uri = KeyUri.of(seed, context.issuer(), context.user().username());
        JsonObject data =
                JsonObject.of("config_url", uri).with("secret", seed.text()).with("qr_code", QrCode.dataUri(uri));
        return new Enrolment.Ask(new Challenge(COMPONENT, data, List.of(FIELD), errors), seed.write(), refused);
    }

    /** People type blanks between groups of digits. */
    private static String code(JsonObject answers) {
        return answers.text(CODE).orElse("").replaceAll("[\\s-]", "");
    }
}
