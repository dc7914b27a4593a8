package org.gatewright.authenticators.backupcodes;

import java.util.List;
import java.util.stream.Stream;
import org.gatewright.spi.authenticator.AuthenticatorMethod;
import org.gatewright.spi.authenticator.Device;
import org.gatewright.spi.authenticator.Enrolment;
import org.gatewright.spi.authenticator.EnrolmentContext;
import org.gatewright.spi.authenticator.Prompt;
import org.gatewright.spi.authenticator.Proof;
import org.gatewright.spi.authenticator.ProofContext;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretHash;
import org.gatewright.spi.plugin.PluginType;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.Field;
import org.gatewright.spi.stage.FieldError;
import org.gatewright.spi.stage.FieldType;
import org.osgi.service.component.annotations.Component;

/** Backup codes. Only hashes of them are kept once the user has said that they are in a safe place; each is accepted once. */
@Component(service = AuthenticatorMethod.class)
@PluginType(
        name = "static",
        title = "Backup codes",
        description = "Codes to write down, each of which works once.",
        settings = StaticSettings.class)
public final class StaticMethod implements AuthenticatorMethod {

    private static final String COMPONENT = "ak-stage-authenticator-static";
    private static final String NAME = "Backup codes";
    private static final String CODE = "code";
    private static final String CODES = "codes";
    private static final List<String> METHODS = List.of("otp");
    private static final Field FIELD = Field.required(CODE, "Backup code", FieldType.TEXT);
    private static final FieldError REQUIRED = new FieldError("This field may not be blank.", "required");
    private static final FieldError INVALID =
            new FieldError("This backup code is wrong, or was used already.", "invalid");

    @Override
    public Enrolment enrol(EnrolmentContext context) {
        List<String> codes = context.state().texts(CODES);
        if (codes.isEmpty()) {
            StaticSettings settings = context.settings(StaticSettings.class);
            return show(Stream.generate(() -> BackupCode.random(settings.tokenLength()))
                    .limit(settings.tokenCount())
                    .toList());
        }
        return context.answers().isPresent()
                ? new Enrolment.Enrolled(NAME, hashed(codes), List.of(), true)
                : show(codes);
    }

    @Override
    public Prompt challenge(ProofContext context) {
        return new Prompt(List.of(FIELD));
    }

    @Override
    public Proof verify(ProofContext context) {
        String code = BackupCode.plain(context.answers().text(CODE).orElse(""));
        if (code.isEmpty()) {
            return new Proof.Refused(CODE, REQUIRED, JsonObject.empty());
        }
        List<String> hashes = context.device().content().texts(CODES);
        List<String> left = hashes.stream()
                .filter(hash -> !new SecretHash(hash).matches(code))
                .toList();
        return left.size() < hashes.size()
                ? new Proof.Accepted(context.device().id(), JsonObject.of(CODES, left), METHODS)
                : new Proof.Refused(CODE, INVALID, JsonObject.empty());
    }

    @Override
    public String describe(Device device) {
        return device.content().texts(CODES).size() + " left";
    }

    private static Enrolment show(List<String> codes) {
        return new Enrolment.Ask(
                new Challenge(COMPONENT, JsonObject.of(CODES, codes), List.of()), JsonObject.of(CODES, codes), false);
    }

    private static JsonObject hashed(List<String> codes) {
        return JsonObject.of(
                CODES,
                codes.stream()
                        .map(BackupCode::plain)
                        .map(code -> SecretHash.of(code).digest())
                        .toList());
    }
}
