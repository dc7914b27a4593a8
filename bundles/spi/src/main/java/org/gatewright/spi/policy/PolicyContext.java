package org.gatewright.spi.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.spi.store.DocumentReader;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a {@link Policy} is asked about. Valid during the call only.
 *
 * @since 1.0
 */
@ProviderType
public interface PolicyContext {

    /** Returns the settings of the policy's instance. */
    <S extends Record> S settings(Class<S> type);

    /** Returns the user the decision is about; empty before somebody is known. */
    Optional<User> user();

    /** Returns the names of the user's groups, nested ones included; empty without a user. */
    List<String> groups();

    /** Returns the slug of the application that is to be opened, if there is one. */
    Optional<String> application();

    /** Returns who sent the request; empty outside of one. */
    Optional<ClientInfo> client();

    /** Returns the facts of the flow so far; empty outside of one. */
    JsonObject facts();

    /** Returns the documents of this plug-in. */
    DocumentReader documents();

    /** Returns the moment of the decision. */
    Instant now();

    /**
     * Returns the types of the authenticators that the user has set up, such as {@code totp}; empty without a user.
     *
     * @since 1.2
     */
    Set<String> authenticators();

    /**
     * Asks another policy the same question, within this one's time. Its explanation tells type, version, outcome and what that policy says itself.
     *
     * @param policy the name of its instance
     * @throws org.gatewright.spi.error.GatewrightException if there is no such policy, if it gives no answer, or if it is being asked already
     * @since 1.2
     */
    Verdict ask(String policy);
}
