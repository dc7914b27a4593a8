package org.gatewright.kernel.plugins.lifecycle;

import org.gatewright.port.error.CommonError;
import org.gatewright.spi.error.GatewrightException;

/** What is said to who asked for something that cannot be done. */
final class Refusals {

    private Refusals() {}

    static GatewrightException of(String sentence) {
        return new GatewrightException(CommonError.PLUGIN_REFUSED, sentence);
    }

    static GatewrightException unknown(String plugin) {
        return new GatewrightException(CommonError.NOT_FOUND, "There is no plug-in “" + plugin + "”.");
    }
}
