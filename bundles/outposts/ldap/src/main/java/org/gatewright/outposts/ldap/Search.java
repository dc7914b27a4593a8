package org.gatewright.outposts.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.List;
import java.util.Optional;
import org.gatewright.spi.directory.DirectoryView;
import org.gatewright.spi.outpost.OutpostContext;

/** One search within the tree of a provider. */
final class Search {

    private final SearchRequestProtocolOp request;
    private final Filter filter;
    private final Answers answers;
    private final Candidates candidates;
    private final Selection selection;
    private final boolean exists;
    private final Limits limits;
    private Cursor cursor = Cursor.START;
    private int sent;

    Search(SearchRequestProtocolOp request, Tree.Place place, OutpostContext context, Answers answers) {
        DirectoryView view = context.directory(place.tree().provider());
        this.request = request;
        this.filter = PlainFilter.of(request.getFilter());
        this.answers = answers;
        this.candidates = new Candidates(place, request.getScope(), filter, view);
        this.selection = Selection.of(request.getAttributes(), request.typesOnly());
        this.exists = new Entries(place.tree(), view).at(place).isPresent();
        this.limits = Limits.of(request);
    }

    /** Sends what is found after the cursor, at most so much as fits on a page if there are pages. */
    void run(Cursor start, Optional<SimplePagedResultsControl> paging) {
        if (!exists) {
            answers.result(ResultCode.NO_SUCH_OBJECT, "");
            return;
        }
        int page = paging.map(control -> Math.min(Math.max(control.getSize(), 1), Limits.PAGE))
                .orElse(Integer.MAX_VALUE);
        cursor = start;
        Optional<ResultCode> end = send(Math.min(page, limits.entries()));
        boolean full = end.equals(Optional.of(ResultCode.SIZE_LIMIT_EXCEEDED)) && page <= limits.entries();
        if (full) {
            answers.done(ResultCode.SUCCESS, "", control(cursor.write()));
        } else if (end.isEmpty() && paging.isPresent()) {
            answers.done(ResultCode.SUCCESS, "", control(new byte[0]));
        } else {
            answers.done(end.orElse(ResultCode.SUCCESS), "");
        }
    }

    private static Control control(byte[] cookie) {
        return new SimplePagedResultsControl(0, new ASN1OctetString(cookie));
    }

    /** Returns why it has stopped before the end. */
    private Optional<ResultCode> send(int most) {
        while (true) {
            List<Candidates.Candidate> found = candidates.after(cursor);
            for (Candidates.Candidate candidate : found) {
                Optional<ResultCode> end = send(candidate, most);
                if (end.isPresent()) {
                    return end;
                }
            }
            if (found.isEmpty() && cursor.next().isEmpty()) {
                return Optional.empty();
            }
            cursor = found.isEmpty() ? cursor.next().orElseThrow() : cursor;
        }
    }

    private Optional<ResultCode> send(Candidates.Candidate candidate, int most) {
        if (limits.isLate()) {
            return Optional.of(ResultCode.TIME_LIMIT_EXCEEDED);
        }
        if (SearchOperation.matches(filter, candidate.entry())) {
            if (sent == most) {
                return Optional.of(ResultCode.SIZE_LIMIT_EXCEEDED);
            }
            answers.entry(candidate.entry().getDN(), selection.of(candidate.entry()));
            sent++;
        }
        cursor = candidate.cursor();
        return Optional.empty();
    }
}
