package org.gatewright.outposts.ldap;

import com.unboundid.ldap.protocol.CompareRequestProtocolOp;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.Optional;
import org.gatewright.spi.outpost.OutpostContext;

/** Compares one value of one entry (RFC 4511 section 4.10). What somebody may not see is not there. */
final class CompareOperation {

    private CompareOperation() {}

    static void handle(CompareRequestProtocolOp request, OutpostContext context, Answers answers) {
        Optional<Tree.Place> place = Tree.find(context, request.getDN());
        if (place.isEmpty()) {
            answers.result(ResultCode.NO_SUCH_OBJECT, "");
            return;
        }
        Tree tree = place.get().tree();
        if (context.user(tree.provider()).isEmpty()) {
            answers.result(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "Bind first.");
            return;
        }
        Optional<Entry> entry = new Entries(tree, context.directory(tree.provider())).at(place.get());
        ResultCode code = entry.map(found -> compare(found, request)).orElse(ResultCode.NO_SUCH_OBJECT);
        answers.result(code, "");
    }

    private static ResultCode compare(Entry entry, CompareRequestProtocolOp request) {
        if (!entry.hasAttribute(request.getAttributeName())) {
            return ResultCode.NO_SUCH_ATTRIBUTE;
        }
        Filter equality = Filter.createEqualityFilter(
                request.getAttributeName(), request.getAssertionValue().getValue());
        try {
            return equality.matchesEntry(entry, Subschema.SCHEMA) ? ResultCode.COMPARE_TRUE : ResultCode.COMPARE_FALSE;
        } catch (LDAPException e) {
            return ResultCode.INAPPROPRIATE_MATCHING;
        }
    }
}
