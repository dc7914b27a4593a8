package org.gatewright.spi.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a {@code UUID} setting (also in an {@code Optional} or a {@code List}) a reference to another object. The kernel refuses a value that names no such
 * object, and refuses to delete an object while it is referred to.
 *
 * @since 1.0
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface RefersTo {
    /** Returns what is referred to: {@code flow}, {@code application}, {@code group}, {@code key}, {@code stage}, {@code policy}, {@code provider}, {@code authenticator}. */
    String value();

    /** Returns the only type whose instances count, or the empty string for any. */
    String type() default "";
}
