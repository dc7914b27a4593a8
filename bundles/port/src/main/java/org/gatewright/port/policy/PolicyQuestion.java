package org.gatewright.port.policy;

import java.util.Optional;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.http.ClientInfo;

/** What policies are asked about. */
public record PolicyQuestion(
        Optional<User> user, Optional<String> application, Optional<ClientInfo> client, JsonObject facts) {}
