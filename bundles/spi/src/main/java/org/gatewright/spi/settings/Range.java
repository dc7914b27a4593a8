package org.gatewright.spi.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bounds a number, both ends included.
 *
 * @since 1.0
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {
    /** Returns the least value. */
    long min() default Long.MIN_VALUE;

    /** Returns the greatest value. */
    long max() default Long.MAX_VALUE;
}
