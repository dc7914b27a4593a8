package org.gatewright.spi.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bounds the characters of a string or the elements of a list, both ends included. Without it a string has at most 65,536 characters, a list 1,000 elements.
 *
 * @since 1.0
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Length {
    /** Returns the least length. */
    int min() default 0;

    /** Returns the greatest length. */
    int max() default 65_536;
}
