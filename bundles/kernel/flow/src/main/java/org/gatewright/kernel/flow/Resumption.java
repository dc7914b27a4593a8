package org.gatewright.kernel.flow;

import org.gatewright.spi.protocol.Continuation;

/** Which protocol wants to be called back when the flow ends, and with what. */
record Resumption(String protocol, Continuation continuation) {}
