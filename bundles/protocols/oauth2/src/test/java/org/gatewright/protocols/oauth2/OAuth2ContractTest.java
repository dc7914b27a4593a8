package org.gatewright.protocols.oauth2;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gatewright.spi.protocol.Protocol;
import org.gatewright.testkit.protocol.FakeProtocolContext;
import org.gatewright.testkit.protocol.ProtocolContract;

class OAuth2ContractTest extends ProtocolContract {

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
        Map<String, String> all = new LinkedHashMap<>(Server.wish("shop"));
        all.putAll(Map.of(
                "client_secret", Server.SECRET,
                "grant_type", "authorization_code",
                "code", "unknown",
                "code_verifier", Server.VERIFIER,
                "refresh_token", "unknown",
                "token", "unknown",
                "token_type_hint", "access_token",
                "id_token_hint", "",
                "post_logout_redirect_uri", Server.GOODBYE,
                "prompt", ""));
        return all;
    }
}
