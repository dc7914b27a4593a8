package org.gatewright.kernel.plugins;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatewright.spi.authenticator.AuthenticatorMethod;
import org.gatewright.spi.credential.CredentialBackend;
import org.gatewright.spi.credential.PasswordHasher;
import org.gatewright.spi.mapping.ExpressionLanguage;
import org.gatewright.spi.outpost.Outpost;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.policy.Policy;
import org.gatewright.spi.protocol.Protocol;
import org.gatewright.spi.stage.Stage;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** The interface of the SPI that a plug-in of each kind implements. */
final class Contracts {

    private Contracts() {}

    /** Returns the interface of the kind. */
    static Class<?> of(Kind kind) {
        return switch (kind) {
            case STAGE -> Stage.class;
            case POLICY -> Policy.class;
            case PROTOCOL -> Protocol.class;
            case CREDENTIAL_BACKEND -> CredentialBackend.class;
            case HASHER -> PasswordHasher.class;
            case AUTHENTICATOR -> AuthenticatorMethod.class;
            case MAPPING -> ExpressionLanguage.class;
            case OUTPOST -> Outpost.class;
        };
    }

    /** Returns what people call a type of the kind. */
    static String noun(Kind kind) {
        return switch (kind) {
            case STAGE -> "step";
            case POLICY -> "policy";
            case PROTOCOL -> "protocol";
            case CREDENTIAL_BACKEND -> "credential back end";
            case HASHER -> "password hasher";
            case AUTHENTICATOR -> "second factor";
            case MAPPING -> "expression language";
            case OUTPOST -> "outpost";
        };
    }

    /** Returns the kinds whose interface the service is registered under. */
    static List<Kind> kindsOf(ServiceReference<?> reference) {
        List<String> names = reference.getProperty(Constants.OBJECTCLASS) instanceof String[] classes
                ? Arrays.asList(classes)
                : List.of();
        return Stream.of(Kind.values())
                .filter(kind -> names.contains(of(kind).getName()))
                .toList();
    }

    /** Returns the filter for services of all kinds. */
    static String filter() {
        return Stream.of(Kind.values())
                .map(kind -> "(" + Constants.OBJECTCLASS + "=" + of(kind).getName() + ")")
                .collect(Collectors.joining("", "(|", ")"));
    }
}
