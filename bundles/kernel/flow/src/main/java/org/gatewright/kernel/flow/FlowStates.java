package org.gatewright.kernel.flow;

import java.util.Optional;
import org.gatewright.port.crypto.Sealer;
import org.gatewright.port.flow.CookieNames;
import org.gatewright.port.flow.FlowVisit;
import org.gatewright.port.store.FlowState;
import org.gatewright.port.store.FlowStateStore;
import org.gatewright.port.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finds and keeps the state of flows, sealed wherever it is. A first state that nobody answered lives in the address or the cookie alone; from the first answer
 * that changes anything the row counts. A first state too long for a cookie or an address gets a row at once and the browser a handle.
 */
@Component(service = FlowStates.class)
public final class FlowStates {

    /** What was found for a visit. */
    sealed interface Loaded {

        /** The flow goes on. */
        record Found(Running running) implements Loaded {}

        /** It has ended. */
        record Over() implements Loaded {}

        /** There is none, or it is past its time, or another browser's, or changed on the way. */
        record Nothing(String reason) implements Loaded {}
    }

    static final String STATE = "state";
    private static final String PURPOSE = "flow";
    private static final int LONGEST = 3000;
    private static final Loaded EXPIRED =
            new Loaded.Nothing("This page has been open for too long. Go back to where you came from and begin again.");
    private static final Loaded FOREIGN = new Loaded.Nothing("This address belongs to another browser or another"
            + " sign-in. Go back to where you came from and begin again.");

    private final FlowStateStore store;
    private final Sealer sealer;
    private final Transactions transactions;

    /** Keeps rows in the store. */
    @Activate
    public FlowStates(@Reference FlowStateStore store, @Reference Sealer sealer, @Reference Transactions transactions) {
        this.store = store;
        this.sealer = sealer;
        this.transactions = transactions;
    }

    Loaded load(Turn turn, FlowVisit visit) {
        Optional<ExecutionText.Ticket> ticket = visit.query()
                .first(STATE)
                .or(() -> Optional.ofNullable(visit.cookies().get(CookieNames.FLOW)))
                .flatMap(text -> sealer.open(PURPOSE, text))
                .flatMap(ExecutionText::read)
                .filter(read -> read.slug().equals(visit.slug()) && turn.isBrowser(read.browser()));
        return ticket.map(read -> load(turn, read)).orElse(FOREIGN);
    }

    private Loaded load(Turn turn, ExecutionText.Ticket ticket) {
        if (!turn.now().isBefore(ticket.expires())) {
            return EXPIRED;
        }
        Optional<FlowState> row = store.find(ticket.id());
        if (row.isPresent()) {
            return row.get().ended() ? new Loaded.Over() : load(row.get());
        }
        return ticket.state()
                .<Loaded>map(first -> new Loaded.Found(new Running(first, 0, Running.Place.SEALED)))
                .orElse(EXPIRED);
    }

    private Loaded load(FlowState row) {
        return sealer.open(PURPOSE, row.sealed())
                .flatMap(ExecutionText::read)
                .flatMap(ExecutionText.Ticket::state)
                .<Loaded>map(state -> new Loaded.Found(new Running(state, row.version(), Running.Place.ROW)))
                .orElse(EXPIRED);
    }

    /** Keeps the state in the row; empty if somebody else was faster. */
    Optional<Running> keep(Running running, Execution execution, boolean ended) {
        boolean stored = running.place() == Running.Place.ROW;
        long version = stored ? running.version() + 1 : 1;
        Origin origin = execution.origin();
        String text = sealer.seal(PURPOSE, ExecutionText.write(execution));
        FlowState state = new FlowState(origin.id(), version, text, ended, origin.expires());
        boolean won = stored ? store.replace(state) : store.add(state);
        return won ? Optional.of(new Running(execution, version, Running.Place.ROW)) : Optional.empty();
    }

    /** What the browser gets to find the flow again. */
    String ticket(Running running) {
        Execution execution = running.execution();
        if (running.place() != Running.Place.ROW) {
            String first = sealer.seal(PURPOSE, ExecutionText.write(execution));
            if (first.length() <= LONGEST) {
                return first;
            }
            transactions.run(() -> keep(running, execution, false));
        }
        return sealer.seal(PURPOSE, ExecutionText.handle(execution.origin()));
    }
}
