package org.gatewright.spi.mapping;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A compiled expression. Immutable, safe for use by several threads.
 *
 * @since 1.0
 */
@ConsumerType
public interface Expression {

    /**
     * Evaluates it, on the caller's thread.
     *
     * @return a value of the type that the vocabulary asks for: a {@link Boolean}, {@link Long}, {@link Double}, {@link String}, {@link java.time.Instant}, or a
     *     {@link java.util.List} or {@link java.util.Map} of such values
     * @throws org.gatewright.spi.error.GatewrightException with an {@link ExpressionError} if the values do not go together, or a limit is reached; what a function
     *     of the bindings threw of that type is passed on
     */
    Object evaluate(Bindings bindings, Limits limits);
}
