package org.gatewright.spi.authenticator;

import java.time.Instant;
import java.util.Optional;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.http.ClientInfo;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a method knows while a device is added. Valid during the call only.
 *
 * @since 1.0
 */
@ProviderType
public interface EnrolmentContext {

    /** Returns the settings of the method's instance. */
    <S extends Record> S settings(Class<S> type);

    /** Returns whose device it will be. */
    User user();

    /** Returns what the server is called towards this visitor. */
    String issuer();

    /** Returns the visitor's answers; empty when the page is only shown. */
    Optional<JsonObject> answers();

    /** Returns what the method kept at the last visit; empty on the first. */
    JsonObject state();

    /** Returns who visits. */
    ClientInfo client();

    /** Returns the moment of the visit. */
    Instant now();
}
