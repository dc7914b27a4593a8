package org.gatewright.port.flow;

import java.time.Duration;
import java.util.Optional;

/**
 * A cookie that the entry sets or removes.
 *
 * @param name one of {@link CookieNames}
 * @param value empty to remove it
 * @param maxAge empty for a cookie that ends with the browser
 */
public record CookieChange(String name, Optional<String> value, Optional<Duration> maxAge) {

    /** Removes a cookie. */
    public static CookieChange remove(String name) {
        return new CookieChange(name, Optional.empty(), Optional.empty());
    }

    /** Keeps the value out of logs. */
    @Override
    public String toString() {
        return "CookieChange[" + name + "]";
    }
}
