package org.gatewright.spi.authenticator;

import java.time.Instant;
import java.util.List;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.http.ClientInfo;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a method knows while a device is used. Valid during the call only.
 *
 * @since 1.0
 */
@ProviderType
public interface ProofContext {

    /** Returns the settings of the method's instance. */
    <S extends Record> S settings(Class<S> type);

    /** Returns who is to prove something. */
    User user();

    /** Returns the device that the visitor has chosen. */
    Device device();

    /** Returns all devices of the user that belong to the same instance, the chosen one included: a method whose page can ask for any of them at once may. */
    List<Device> devices();

    /** Returns the visitor's answers; empty in {@link AuthenticatorMethod#challenge}. */
    JsonObject answers();

    /** Returns what the method kept when it last asked for this device in this flow; empty before. */
    JsonObject state();

    /** Returns who visits. */
    ClientInfo client();

    /** Returns the moment of the visit. */
    Instant now();
}
