package org.gatewright.port.protocol;

import java.util.Map;
import org.gatewright.spi.http.Request;
import org.osgi.annotation.versioning.ProviderType;

/** Finds the protocol that has the address and calls it under a lease. */
@ProviderType
public interface ProtocolDispatcher {

    /**
     * Answers a request.
     *
     * @param request without path parameters yet
     * @param cookies of the server, by name of {@link org.gatewright.port.flow.CookieNames}
     */
    Dispatch dispatch(Request request, Map<String, String> cookies);
}
