package org.gatewright.kernel.plugins.lifecycle;

import java.time.Duration;
import java.util.function.Predicate;
import org.gatewright.port.plugins.CatalogueListener;
import org.gatewright.port.plugins.CatalogueSnapshot;
import org.gatewright.port.plugins.PluginCatalogue;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Waits for the catalogue to look as somebody needs it. */
@Component(service = {CatalogueWatch.class, CatalogueListener.class})
public final class CatalogueWatch implements CatalogueListener {

    private final PluginCatalogue catalogue;
    private final Object change = new Object();

    /** Watches this catalogue. */
    @Activate
    public CatalogueWatch(@Reference PluginCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Returns what is watched. */
    PluginCatalogue catalogue() {
        return catalogue;
    }

    @Override
    public void catalogueChanged(CatalogueSnapshot snapshot) {
        synchronized (change) {
            change.notifyAll();
        }
    }

    /** Waits until the catalogue is so; false if it is not within the time. */
    boolean await(Predicate<CatalogueSnapshot> condition, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        synchronized (change) {
            while (!condition.test(catalogue.snapshot())) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                change.wait(left);
            }
            return true;
        }
    }
}
