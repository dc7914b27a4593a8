package org.gatewright.spi.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what the text of a string setting is, so that forms can offer the right field.
 *
 * @since 1.0
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Format {
    /** Returns a format of JSON Schema ({@code email}, {@code uri}, …) or {@code multiline}, {@code template}, {@code expression}. */
    String value();
}
