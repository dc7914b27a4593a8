package org.gatewright.kernel.plugins.lifecycle;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.gatewright.port.error.CommonError;
import org.gatewright.spi.error.GatewrightException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets one change of plug-ins be made at a time, in the order in which they are asked for, once the server has found together after its start. */
@Component(service = ChangeTurns.class)
public final class ChangeTurns {

    private final Convergence convergence;
    private final Progress progress;
    private final ReentrantLock turn = new ReentrantLock(true);

    /** Takes its parts. */
    @Activate
    public ChangeTurns(@Reference Convergence convergence, @Reference Progress progress) {
        this.convergence = convergence;
        this.progress = progress;
    }

    /** Makes a change when its turn has come, as an operation that can be followed. */
    <T> T take(String action, String plugin, Supplier<T> change) {
        return progress.of(
                action,
                plugin,
                () -> between(() -> {
                    progress.running();
                    return change.get();
                }));
    }

    /** Does work, which is no change of its own, while no change is being made. */
    <T> T between(Supplier<T> work) {
        try {
            convergence.await();
            turn.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewrightException(CommonError.CONFLICT, "The server is being stopped.");
        }
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }
}
