package org.gatewright.outposts.ldap;

import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import org.gatewright.spi.outpost.OutpostContext;

/** Hands each request to what answers it. */
final class Operations {

    private final SearchOperation search = new SearchOperation();

    void handle(LDAPMessage request, OutpostContext context, Answers answers) {
        if (request.getControls().stream().anyMatch(control -> isUnknown(request, control))) {
            answers.result(ResultCode.UNAVAILABLE_CRITICAL_EXTENSION, "A critical control is not known.");
            return;
        }
        switch (request.getProtocolOpType()) {
            case LDAPMessage.PROTOCOL_OP_TYPE_BIND_REQUEST ->
                BindOperation.handle(request.getBindRequestProtocolOp(), context, answers);
            case LDAPMessage.PROTOCOL_OP_TYPE_UNBIND_REQUEST -> context.close();
            case LDAPMessage.PROTOCOL_OP_TYPE_SEARCH_REQUEST -> search.handle(request, context, answers);
            case LDAPMessage.PROTOCOL_OP_TYPE_COMPARE_REQUEST ->
                CompareOperation.handle(request.getCompareRequestProtocolOp(), context, answers);
            case LDAPMessage.PROTOCOL_OP_TYPE_EXTENDED_REQUEST ->
                ExtendedOperation.handle(request.getExtendedRequestProtocolOp(), context, answers);
            case LDAPMessage.PROTOCOL_OP_TYPE_ABANDON_REQUEST -> {} // what it names has been answered already
            case LDAPMessage.PROTOCOL_OP_TYPE_ADD_REQUEST,
                    LDAPMessage.PROTOCOL_OP_TYPE_MODIFY_REQUEST,
                    LDAPMessage.PROTOCOL_OP_TYPE_DELETE_REQUEST,
                    LDAPMessage.PROTOCOL_OP_TYPE_MODIFY_DN_REQUEST ->
                answers.result(ResultCode.UNWILLING_TO_PERFORM, "This directory is read-only.");
            default -> {
                context.send(Answers.disconnection(ResultCode.PROTOCOL_ERROR, "This is no request."));
                context.close();
            }
        }
    }

    private static boolean isUnknown(LDAPMessage request, Control control) {
        boolean paging = control.getOID().equals(SimplePagedResultsControl.PAGED_RESULTS_OID)
                && request.getProtocolOpType() == LDAPMessage.PROTOCOL_OP_TYPE_SEARCH_REQUEST;
        return control.isCritical() && !paging;
    }
}
