package org.gatewright.rest;

import javax.servlet.http.HttpServletRequest;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.http.Caller;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.session.Session;

/** Reads who calls from the request that the entry has let through. */
final class Callers {

    private Callers() {}

    static Caller of(HttpServletRequest request) {
        if (request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("the request did not come through the entry");
    }

    /** Returns the caller as the one who acts; nobody is refused here, before any permission is looked at. */
    static Actor actor(HttpServletRequest request) {
        Caller caller = of(request);
        if (caller.user().isEmpty()) {
            throw new GatewrightException(CommonError.DENIED, "Authentication credentials were not provided.");
        }
        return new Actor(caller.user(), caller.client().address())
                .in(caller.session().map(Session::id));
    }
}
