package org.gatewright.protocols.saml.endpoint;

import org.gatewright.spi.http.Request;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.protocol.ProtocolContext;

/** Answers the requests to one address. */
@FunctionalInterface
public interface Endpoint {

    /** Answers the request. */
    Response answer(Request request, ProtocolContext context);
}
