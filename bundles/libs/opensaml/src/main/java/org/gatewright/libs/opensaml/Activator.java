package org.gatewright.libs.opensaml;

import org.opensaml.core.config.InitializationException;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Initialises OpenSAML when the bundle starts: before any bundle that uses it. */
public final class Activator implements BundleActivator {

    @Override
    public void start(BundleContext context) throws InitializationException {
        OpenSaml.initialize();
    }

    @Override
    public void stop(BundleContext context) {
        // what was initialised goes with the class loader
    }
}
