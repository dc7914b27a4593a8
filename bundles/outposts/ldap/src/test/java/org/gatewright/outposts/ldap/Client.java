package org.gatewright.outposts.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.asn1.ASN1StreamReader;
import com.unboundid.ldap.protocol.BindRequestProtocolOp;
import com.unboundid.ldap.protocol.CompareRequestProtocolOp;
import com.unboundid.ldap.protocol.ExtendedRequestProtocolOp;
import com.unboundid.ldap.protocol.GenericResponseProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.ProtocolOp;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.gatewright.testkit.kernel.Line;

/** A program that speaks LDAP over a line. */
final class Client {

    /**
     * The answer to a search.
     *
     * @param code how it ended
     */
    record Found(ResultCode code, List<SearchResultEntry> entries, List<Control> controls) {

        List<String> names() {
            return entries.stream().map(SearchResultEntry::getDN).toList();
        }
    }

    private final Line line;
    private int last;
    private int sizeLimit;
    private boolean typesOnly;

    Client(Line line) {
        this.line = line;
    }

    Client withSizeLimit(int limit) {
        sizeLimit = limit;
        return this;
    }

    Client withTypesOnly() {
        typesOnly = true;
        return this;
    }

    ResultCode bind(String dn, String password) {
        return code(ask(new BindRequestProtocolOp(dn, password)).get(0));
    }

    ResultCode compare(String dn, String attribute, String value) {
        return code(ask(new CompareRequestProtocolOp(dn, attribute, new ASN1OctetString(value)))
                .get(0));
    }

    LDAPMessage extended(String oid) {
        return ask(new ExtendedRequestProtocolOp(oid, null)).get(0);
    }

    Found search(String base, String filter, String... attributes) {
        return search(base, SearchScope.SUB, filter, attributes);
    }

    Found search(String base, SearchScope scope, String filter, String... attributes) {
        return search(base, scope, filter, List.of(attributes));
    }

    private Found search(String base, SearchScope scope, String filter, List<String> attributes) {
        return found(ask(request(base, scope, filter, attributes)));
    }

    Found search(String base, String filter, Control control) {
        return found(ask(request(base, SearchScope.SUB, filter, List.of("cn")), control));
    }

    private SearchRequestProtocolOp request(String base, SearchScope scope, String filter, List<String> attributes) {
        try {
            return new SearchRequestProtocolOp(
                    base, scope, DereferencePolicy.NEVER, sizeLimit, 0, typesOnly, Filter.create(filter), attributes);
        } catch (LDAPException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Found found(List<LDAPMessage> answers) {
        LDAPMessage end = answers.get(answers.size() - 1);
        return new Found(
                code(end),
                answers.stream()
                        .limit(answers.size() - 1L)
                        .map(answer -> answer.getSearchResultEntryProtocolOp().toSearchResultEntry())
                        .toList(),
                end.getControls());
    }

    List<LDAPMessage> ask(ProtocolOp operation, Control... controls) {
        return raw(new LDAPMessage(++last, operation, controls).encode().encode());
    }

    List<LDAPMessage> raw(byte[] bytes) {
        List<LDAPMessage> answers = new ArrayList<>();
        line.say(bytes).forEach(answer -> answers.add(decode(answer)));
        return answers;
    }

    static LDAPMessage decode(byte[] bytes) {
        try {
            LDAPMessage message = LDAPMessage.readFrom(new ASN1StreamReader(new ByteArrayInputStream(bytes)), false);
            if (message == null) {
                throw new AssertionError("no message");
            }
            return message;
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }

    static ResultCode code(LDAPMessage answer) {
        return switch (answer.getProtocolOpType()) {
            case LDAPMessage.PROTOCOL_OP_TYPE_BIND_RESPONSE ->
                ResultCode.valueOf(answer.getBindResponseProtocolOp().getResultCode());
            case LDAPMessage.PROTOCOL_OP_TYPE_EXTENDED_RESPONSE ->
                ResultCode.valueOf(answer.getExtendedResponseProtocolOp().getResultCode());
            default -> ResultCode.valueOf(((GenericResponseProtocolOp) answer.getProtocolOp()).getResultCode());
        };
    }
}
