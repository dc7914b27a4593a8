package org.gatewright.kernel.plugins;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.gatewright.port.plugins.CatalogueListener;
import org.gatewright.port.plugins.CatalogueSnapshot;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listeners of the catalogue, one after the other on one thread. */
final class ListenerThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ListenerThread.class);

    private final ServiceTracker<CatalogueListener, CatalogueListener> listeners;
    private final ExecutorService thread = Threads.single("gatewright-catalogue-listeners");

    ListenerThread(BundleContext context) {
        listeners = new ServiceTracker<>(context, CatalogueListener.class, null);
        listeners.open();
    }

    /** Tells all listeners what the catalogue looks like when their turn comes. */
    void changed(Supplier<CatalogueSnapshot> snapshot) {
        try {
            thread.execute(() -> tell(snapshot.get()));
        } catch (RejectedExecutionException e) {
            LOG.debug("The catalogue is closed, nobody is told any more");
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        listeners.close();
    }

    private void tell(CatalogueSnapshot snapshot) {
        for (CatalogueListener listener : listeners.getServices(new CatalogueListener[0])) {
            try {
                listener.catalogueChanged(snapshot);
            } catch (RuntimeException | LinkageError e) {
                LOG.error(
                        "{} failed on a change of the catalogue",
                        listener.getClass().getName(),
                        e);
            }
        }
    }
}
