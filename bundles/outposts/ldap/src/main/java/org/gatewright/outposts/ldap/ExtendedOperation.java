package org.gatewright.outposts.ldap;

import com.unboundid.ldap.protocol.ExtendedRequestProtocolOp;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatewright.spi.outpost.OutpostContext;

/** StartTLS (RFC 4511 section 4.14) and Who am I? (RFC 4532). */
final class ExtendedOperation {

    static final String START_TLS = "1.3.6.1.4.1.1466.20037";
    static final String WHO_AM_I = "1.3.6.1.4.1.4203.1.11.3";

    private ExtendedOperation() {}

    static void handle(ExtendedRequestProtocolOp request, OutpostContext context, Answers answers) {
        switch (request.getOID()) {
            case START_TLS -> startTls(context, answers);
            case WHO_AM_I -> answers.extended(Optional.empty(), Optional.of(whoAmI(context)));
            default -> answers.result(ResultCode.PROTOCOL_ERROR, "There is no such operation here.");
        }
    }

    private static void startTls(OutpostContext context, Answers answers) {
        if (context.connection().encrypted()) {
            answers.result(ResultCode.OPERATIONS_ERROR, "The connection is encrypted already.");
        } else {
            answers.extended(Optional.of(START_TLS), Optional.empty());
            context.startTls();
        }
    }

    private static String whoAmI(OutpostContext context) {
        return Tree.all(context).stream()
                .flatMap(tree -> names(context, tree))
                .findFirst()
                .orElse("");
    }

    private static Stream<String> names(OutpostContext context, Tree tree) {
        return context.user(tree.provider()).map(user -> "dn:" + tree.dn(Tree.Kind.USER, user.username())).stream();
    }
}
