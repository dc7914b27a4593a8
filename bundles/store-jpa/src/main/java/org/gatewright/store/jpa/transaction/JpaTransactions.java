package org.gatewright.store.jpa.transaction;

import java.util.function.Supplier;
import org.gatewright.port.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Transactions of the database. */
@Component
public final class JpaTransactions implements Transactions {

    private final Jpa jpa;

    @Activate
    public JpaTransactions(@Reference Jpa jpa) {
        this.jpa = jpa;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        return jpa.write(statements -> work.get());
    }

    @Override
    public void afterCommit(Runnable work) {
        jpa.afterCommit(work);
    }
}
