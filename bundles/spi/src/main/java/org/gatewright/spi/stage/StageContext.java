package org.gatewright.spi.stage;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.authenticator.Authenticators;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.spi.session.Session;
import org.gatewright.spi.store.DocumentReader;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a {@link Stage} knows during one visit. Valid during the call only.
 *
 * @since 1.0
 */
@ProviderType
public interface StageContext {

    /** Returns the settings of the stage's instance. */
    <S extends Record> S settings(Class<S> type);

    /** Returns the visitor's answers; empty when the step is only shown. */
    Optional<JsonObject> answers();

    /** Returns what this step kept at its last visit in this flow; empty on the first. */
    JsonObject state();

    /** Returns what all steps have found out so far; names are those of {@link FactNames}. */
    JsonObject facts();

    /** Returns the user the flow is about, if an earlier step or the session says so. */
    Optional<User> user();

    /** Returns the session of the browser, if the user has signed in before. */
    Optional<Session> session();

    /** Returns how often answers to this step were refused in this flow. */
    int failures();

    /** Returns the flow. */
    FlowInfo flow();

    /**
     * Returns the address, without a host, at which the visitor begins another flow, which leads to where this one would have led. Empty if there is no such flow.
     */
    Optional<URI> address(UUID flow);

    /** Returns who visits. */
    ClientInfo client();

    /** Returns the documents of this plug-in. They are written by effects: {@link org.gatewright.spi.effect.Effect.PutDocument}. */
    DocumentReader documents();

    /**
     * Returns the second factors of the flow's user.
     *
     * @since 1.3
     */
    Authenticators authenticators();

    /** Returns the moment of the visit. */
    Instant now();
}
