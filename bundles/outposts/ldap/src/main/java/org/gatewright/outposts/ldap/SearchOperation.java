package org.gatewright.outposts.ldap;

import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.Optional;
import org.gatewright.spi.outpost.OutpostContext;

/** Searches (RFC 4511 section 4.5), also page by page (RFC 2696). Whoever has not signed in by the provider of the base sees what the server says of itself. */
final class SearchOperation {

    void handle(LDAPMessage message, OutpostContext context, Answers answers) {
        SearchRequestProtocolOp request = message.getSearchRequestProtocolOp();
        Optional<Entry> own =
                request.getScope() == SearchScope.BASE ? own(request.getBaseDN(), context) : Optional.empty();
        if (own.isPresent()) {
            Selection selection = Selection.of(request.getAttributes(), request.typesOnly());
            if (matches(request.getFilter(), own.get())) {
                answers.entry(own.get().getDN(), selection.of(own.get()));
            }
            answers.success();
            return;
        }
        Optional<Tree.Place> place = Tree.find(context, request.getBaseDN());
        if (place.isEmpty()) {
            answers.result(ResultCode.NO_SUCH_OBJECT, "");
        } else if (context.user(place.get().tree().provider()).isEmpty()) {
            answers.result(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "Bind first.");
        } else {
            paged(message, place.get(), context, answers);
        }
    }

    private static Optional<Entry> own(String base, OutpostContext context) {
        if (base.isBlank()) {
            return Optional.of(RootDse.entry(context));
        }
        boolean subschema = Tree.dn(base).equals(Tree.dn(Subschema.NAME));
        return subschema ? Optional.of(Subschema.ENTRY) : Optional.empty();
    }

    private static void paged(LDAPMessage message, Tree.Place place, OutpostContext context, Answers answers) {
        Optional<SimplePagedResultsControl> paging;
        try {
            paging = paging(message);
        } catch (LDAPException e) {
            answers.result(ResultCode.PROTOCOL_ERROR, "The control for paging is malformed.");
            return;
        }
        Optional<Cursor> start = Cursor.read(
                paging.map(control -> control.getCookie().getValue()).orElse(new byte[0]));
        if (start.isEmpty()) {
            answers.result(ResultCode.UNWILLING_TO_PERFORM, "This is no cookie of this server.");
            return;
        }
        new Search(message.getSearchRequestProtocolOp(), place, context, answers).run(start.get(), paging);
    }

    private static Optional<SimplePagedResultsControl> paging(LDAPMessage message) throws LDAPException {
        for (Control control : message.getControls()) {
            if (control instanceof SimplePagedResultsControl decoded) {
                return Optional.of(decoded);
            }
            if (control.getOID().equals(SimplePagedResultsControl.PAGED_RESULTS_OID)) {
                return Optional.of(
                        new SimplePagedResultsControl(control.getOID(), control.isCritical(), control.getValue()));
            }
        }
        return Optional.empty();
    }

    /** What cannot be compared does not match (RFC 4511 section 4.5.1.7). */
    static boolean matches(Filter filter, Entry entry) {
        try {
            return filter.matchesEntry(entry, Subschema.SCHEMA);
        } catch (LDAPException e) {
            return false;
        }
    }
}
