package org.gatewright.spi.session;

import org.gatewright.spi.data.JsonObject;

/**
 * What became of redeeming a single-use value.
 *
 * @since 1.0
 */
public sealed interface Redemption {

    /** It was good, and is used up now. */
    record Redeemed(JsonObject data) implements Redemption {}

    /** It was good once and has been redeemed before: it may be stolen. */
    record Replayed(JsonObject data) implements Redemption {}

    /** It is past its lifetime. */
    record Expired() implements Redemption {}

    /** There is no such value for this purpose. */
    record Unknown() implements Redemption {}
}
