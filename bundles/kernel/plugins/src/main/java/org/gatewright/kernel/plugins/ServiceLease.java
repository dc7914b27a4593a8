package org.gatewright.kernel.plugins;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.gatewright.port.plugins.DeclaredPermissions;
import org.gatewright.port.plugins.Lease;
import org.gatewright.port.plugins.Pin;

/** A lease of a {@link TypeService}: the one edge where the kernel calls foreign code, under its guard. */
final class ServiceLease<T> implements Lease<T> {

    private final TypeService service;
    private final T contract;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Takes over one acquired lease of the service. */
    ServiceLease(TypeService service, T contract) {
        this.service = service;
        this.contract = contract;
    }

    @Override
    public Pin pin() {
        return service.description().pin();
    }

    @Override
    public String plugin() {
        return service.description().plugin();
    }

    @Override
    public DeclaredPermissions permissions() {
        return service.description().permissions();
    }

    @Override
    public <R> R call(Function<T, R> call) {
        if (closed.get()) {
            throw new IllegalStateException("the lease is closed");
        }
        return service.guard().call(() -> call.apply(contract));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            service.giveBack();
        }
    }
}
