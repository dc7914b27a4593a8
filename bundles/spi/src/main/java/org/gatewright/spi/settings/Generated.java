package org.gatewright.spi.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the kernel make a random value when an instance is created without one. A generated {@code SecretHash} or {@code SecretText} is shown once, in the answer
 * to that creation.
 *
 * @since 1.0
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Generated {
    /** Returns the number of characters out of {@code A-Z a-z 0-9}, from 16 to 256. */
    int length();
}
