package org.gatewright.protocols.saml;

import java.util.Map;
import org.gatewright.spi.protocol.Protocol;
import org.gatewright.testkit.protocol.FakeProtocolContext;
import org.gatewright.testkit.protocol.ProtocolContract;

class SamlContractTest extends ProtocolContract {

    private final Server server = new Server();

    @Override
    protected Protocol protocol() {
        return server.protocol;
    }

    @Override
    protected FakeProtocolContext context() {
        server.context.signIn(server.ada);
        return server.context;
    }

    @Override
    protected Map<String, String> parameters() {
        return Map.of(
                "SAMLRequest",
                Server.deflated(Wish.redirect().xml()),
                "RelayState",
                "state",
                "SigAlg",
                Wish.RSA_SHA256,
                "Signature",
                "AAAA",
                "again",
                "1");
    }
}
