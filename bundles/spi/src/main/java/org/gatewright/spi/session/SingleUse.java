package org.gatewright.spi.session;

import java.time.Duration;
import org.gatewright.spi.data.JsonObject;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Values that can be redeemed once, such as authorization codes and rotated refresh tokens. Only their hash is kept. Redeeming is one conditional update whose
 * row count decides, so of many that try at once exactly one wins.
 *
 * @since 1.0
 */
@ProviderType
public interface SingleUse {

    /**
     * Makes a value of 256 random bits.
     *
     * @param purpose what it is for, such as {@code oauth2/code}; a value is redeemed only for its own purpose
     * @param data comes back when it is redeemed
     * @param lifetime more than zero
     * @return the value, safe in addresses; it cannot be read again
     */
    String issue(String purpose, JsonObject data, Duration lifetime);

    /** Redeems the value. */
    Redemption redeem(String purpose, String value);

    /** Looks at a value without redeeming it: what {@link #redeem} would say now. */
    Redemption peek(String purpose, String value);
}
