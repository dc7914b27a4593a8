package org.gatewright.http;

import java.io.IOException;
import org.gatewright.http.request.Exchange;

/** Answers some addresses of the entry. Registered by components of this bundle as long as what they need is there. */
public interface Endpoint {

    /** Tells whether this endpoint answers the path. */
    boolean handles(String path);

    /** Returns where this endpoint stands among those that are asked, the lowest first. */
    int order();

    /** Answers. */
    void serve(Exchange exchange) throws IOException;
}
