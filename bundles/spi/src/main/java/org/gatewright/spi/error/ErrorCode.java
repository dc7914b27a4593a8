package org.gatewright.spi.error;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A stable code for one error, such as {@code stage.password/locked}. Implemented by one enum a bundle.
 *
 * @since 1.0
 */
@ConsumerType
public interface ErrorCode {

    /** Returns the code: the bundle's area, a slash, the error, all in lower case. Never changes once released. */
    String code();

    /** Returns who has to act. */
    ErrorKind kind();
}
