package org.gatewright.spi.outpost;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.DirectoryView;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.protocol.Provider;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What an {@link Outpost} works with during one message. Everything it shows comes from one snapshot of the configuration. Valid during the call only.
 *
 * @since 1.4
 */
@ProviderType
public interface OutpostContext {

    /** Returns the moment of the message. */
    Instant now();

    /** Returns the connection. */
    Connection connection();

    /** Returns what this connection keeps; empty at first. */
    JsonObject state();

    /** Keeps this until the next message, instead of what was kept. In the memory of the server, and never written down. */
    void keep(JsonObject state);

    /** Lists the providers of this type that an application uses. */
    <S extends Record> List<Provider<S>> providers(Class<S> settings);

    /**
     * Signs somebody in for this connection, instead of who was signed in before: runs the provider's authentication flow, and asks the policies of its application.
     * Whoever ends the session that it leaves behind, the user or an administrator, ends it for the connection too, as does a new password or a lock of the user. It
     * ends with the connection. Takes the permission {@code sessions}.
     *
     * @param answers what the steps of the flow may ask, by the key of the field: {@code uid_field}, {@code password}, {@code code}
     * @throws org.gatewright.spi.error.GatewrightException of the kind {@code UNAVAILABLE} if a part of the flow is missing
     */
    SignIn signIn(Provider<?> provider, Map<String, String> answers);

    /** Ends the session of this connection. Does nothing without one. */
    void signOut();

    /** Returns who is signed in by the provider on this connection now. Looked up for each message: whoever has been locked meanwhile is not. */
    Optional<User> user(Provider<?> provider);

    /**
     * Returns the users and groups that may be seen by who is signed in by the provider: all with the permission {@code search_full_directory} on the provider, else
     * only themselves and their groups; nothing without a sign-in. Takes the permission {@code directory}.
     */
    DirectoryView directory(Provider<?> provider);

    /** Sends bytes to the other side, after those that were sent before. They may wait until the message is done. */
    void send(byte[] bytes);

    /** Begins TLS once what was sent is on its way; the next message comes encrypted. */
    void startTls();

    /** Closes the connection once what was sent is on its way. */
    void close();
}
