package org.gatewright.spi.protocol;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the browser goes when a flow has ended.
 *
 * @since 1.0
 */
public sealed interface Ending {

    /** To this address, which the protocol has checked against what is registered. */
    record Redirect(URI to) implements Ending {}

    /** To this address, with a form that the browser posts. */
    record AutoSubmit(URI to, Map<String, String> fields) implements Ending {
        /** Copies the fields, in order. */
        public AutoSubmit {
            fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** Into another flow. */
    record Next(FlowRequest flow) implements Ending {}

    /** To a page that says the visitor may not go on. */
    record Refused(String message) implements Ending {}
}
