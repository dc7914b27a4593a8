package org.gatewright.spi.protocol;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.session.Session;
import org.gatewright.spi.store.Documents;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a {@link Protocol} works with during one request. Everything it shows comes from one snapshot of the configuration. Valid during the call only.
 *
 * @since 1.0
 */
@ProviderType
public interface ProtocolContext {

    /** Returns the moment of the request. */
    Instant now();

    /** Returns the session of the browser that sent the request; in {@link Protocol#resume} the one that the flow leaves behind. */
    Optional<Session> session();

    /** Finds the provider of this protocol that the application uses. */
    <S extends Record> Optional<Provider<S>> providerOf(String application, Class<S> settings);

    /** Finds the provider of this protocol whose setting, marked {@code @Unique}, has the value. */
    <S extends Record> Optional<Provider<S>> providerBy(String setting, String value, Class<S> settings);

    /** Decides by the application's policies whether the user may use it. An inactive user may not. */
    Access access(Provider<?> provider, Optional<User> user);

    /** Begins a flow in this browser. */
    FlowStart begin(FlowRequest request);

    /** Runs the work in one transaction. Joined by all kernel services; rolled back if it throws. */
    <T> T inTransaction(Supplier<T> work);

    /** Returns the documents of this plug-in. Writes join {@link #inTransaction}, and in {@link Protocol#resume} the transaction that ends the flow. */
    Documents documents();

    /** Records an audit event, in the surrounding transaction if there is one. */
    void audit(String action, Optional<User> user, JsonObject context);
}
