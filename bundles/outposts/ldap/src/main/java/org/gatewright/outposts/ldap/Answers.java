package org.gatewright.outposts.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.protocol.AddResponseProtocolOp;
import com.unboundid.ldap.protocol.BindResponseProtocolOp;
import com.unboundid.ldap.protocol.CompareResponseProtocolOp;
import com.unboundid.ldap.protocol.DeleteResponseProtocolOp;
import com.unboundid.ldap.protocol.ExtendedResponseProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.ModifyDNResponseProtocolOp;
import com.unboundid.ldap.protocol.ModifyResponseProtocolOp;
import com.unboundid.ldap.protocol.ProtocolOp;
import com.unboundid.ldap.protocol.SearchResultDoneProtocolOp;
import com.unboundid.ldap.protocol.SearchResultEntryProtocolOp;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.List;
import java.util.Optional;
import org.gatewright.spi.outpost.OutpostContext;

/** Sends what answers one request. */
final class Answers {

    private static final String DISCONNECTION = "1.3.6.1.4.1.1466.20036";

    private final LDAPMessage request;
    private final OutpostContext context;

    Answers(LDAPMessage request, OutpostContext context) {
        this.request = request;
        this.context = context;
    }

    /** Returns the notice of disconnection (RFC 4511 section 4.4.1). */
    static byte[] disconnection(ResultCode code, String sentence) {
        LDAPResult result = new LDAPResult(0, code, sentence, "", List.of(), List.of());
        ProtocolOp notice = new ExtendedResponseProtocolOp(
                code.intValue(), "", result.getDiagnosticMessage(), List.of(), DISCONNECTION, null);
        return new LDAPMessage(0, notice).encode().encode();
    }

    void success() {
        result(ResultCode.SUCCESS, "");
    }

    void result(ResultCode code, String sentence) {
        send(response(code, sentence));
    }

    /** Ends a search, with the control that tells how it goes on. */
    void done(ResultCode code, String sentence, Control... controls) {
        send(new SearchResultDoneProtocolOp(code.intValue(), "", sentence, List.of()), controls);
    }

    void entry(String dn, List<Attribute> attributes) {
        send(new SearchResultEntryProtocolOp(dn, attributes));
    }

    void extended(Optional<String> oid, Optional<String> value) {
        send(new ExtendedResponseProtocolOp(
                ResultCode.SUCCESS_INT_VALUE,
                "",
                "",
                List.of(),
                oid.orElse(null),
                value.map(ASN1OctetString::new).orElse(null)));
    }

    private void send(ProtocolOp answer, Control... controls) {
        context.send(new LDAPMessage(request.getMessageID(), answer, controls)
                .encode()
                .encode());
    }

    private ProtocolOp response(ResultCode code, String sentence) {
        int value = code.intValue();
        return switch (request.getProtocolOpType()) {
            case LDAPMessage.PROTOCOL_OP_TYPE_BIND_REQUEST ->
                new BindResponseProtocolOp(value, "", sentence, List.of(), null);
            case LDAPMessage.PROTOCOL_OP_TYPE_SEARCH_REQUEST ->
                new SearchResultDoneProtocolOp(value, "", sentence, List.of());
            case LDAPMessage.PROTOCOL_OP_TYPE_COMPARE_REQUEST ->
                new CompareResponseProtocolOp(value, "", sentence, List.of());
            case LDAPMessage.PROTOCOL_OP_TYPE_ADD_REQUEST -> new AddResponseProtocolOp(value, "", sentence, List.of());
            case LDAPMessage.PROTOCOL_OP_TYPE_MODIFY_REQUEST ->
                new ModifyResponseProtocolOp(value, "", sentence, List.of());
            case LDAPMessage.PROTOCOL_OP_TYPE_DELETE_REQUEST ->
                new DeleteResponseProtocolOp(value, "", sentence, List.of());
            case LDAPMessage.PROTOCOL_OP_TYPE_MODIFY_DN_REQUEST ->
                new ModifyDNResponseProtocolOp(value, "", sentence, List.of());
            default -> new ExtendedResponseProtocolOp(value, "", sentence, List.of(), null, null);
        };
    }
}
