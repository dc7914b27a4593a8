package org.gatewright.outposts.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.protocol.BindRequestProtocolOp;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatewright.spi.outpost.OutpostContext;
import org.gatewright.spi.outpost.SignIn;

/**
 * A simple bind (RFC 4513 section 5.1): runs the flow of the provider under whose base the name is. Who is not known and who has another password get the same answer
 * from the same flow.
 */
final class BindOperation {

    /** The password, and a code of an app or a backup code in groups of four. */
    private static final Pattern WITH_CODE =
            Pattern.compile("(.+);([0-9]{6,10}|[a-z0-9]{4}(?:-[a-z0-9]{4})+)", Pattern.DOTALL);

    private static final int VERSION = 3;

    private BindOperation() {}

    static void handle(BindRequestProtocolOp request, OutpostContext context, Answers answers) {
        context.signOut(); // whatever becomes of it (RFC 4513 section 4)
        if (request.getVersion() != VERSION) {
            answers.result(ResultCode.PROTOCOL_ERROR, "Only version 3 of LDAP is spoken.");
            return;
        }
        Optional.ofNullable(request.getSimplePassword())
                .map(ASN1OctetString::stringValue)
                .ifPresentOrElse(
                        password -> simple(request.getBindDN(), password, context, answers),
                        () -> answers.result(ResultCode.AUTH_METHOD_NOT_SUPPORTED, "Only simple binds are possible."));
    }

    private static void simple(String name, String password, OutpostContext context, Answers answers) {
        if (name.isBlank() && password.isEmpty()) {
            answers.success(); // anonymous: sees the root DSE and nothing else
            return;
        }
        if (password.isEmpty()) {
            // RFC 4513 section 5.1.2: programs forget to check for it, and would take success for a proof
            answers.result(ResultCode.UNWILLING_TO_PERFORM, "A bind with a name needs a password.");
            return;
        }
        Optional<Tree.Place> place = Tree.find(context, name).filter(found -> found.kind() == Tree.Kind.USER);
        if (place.isEmpty()) {
            answers.result(ResultCode.INVALID_CREDENTIALS, "");
            return;
        }
        answer(
                context.signIn(place.get().tree().provider(), credentials(place.get(), password)),
                place.get(),
                context,
                answers);
    }

    private static Map<String, String> credentials(Tree.Place place, String password) {
        Map<String, String> credentials = new HashMap<>();
        credentials.put("uid_field", place.name());
        credentials.put("password", password);
        Matcher withCode = WITH_CODE.matcher(password);
        if (place.tree().settings().mfaSupport() && withCode.matches()) {
            credentials.put("password", withCode.group(1));
            credentials.put("code", withCode.group(2));
        }
        return credentials;
    }

    private static void answer(SignIn result, Tree.Place place, OutpostContext context, Answers answers) {
        if (result instanceof SignIn.Denied denied) {
            String sentence = String.join(" ", denied.access().messages());
            String reference =
                    denied.access().reference().map(text -> " (" + text + ")").orElse("");
            answers.result(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, sentence + reference);
        } else if (result instanceof SignIn.Done done
                && lower(done.user().username()).equals(lower(place.name()))) {
            answers.success();
        } else {
            context.signOut(); // the flow took the name for that of another user
            answers.result(ResultCode.INVALID_CREDENTIALS, "");
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
