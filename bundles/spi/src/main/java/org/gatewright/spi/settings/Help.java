package org.gatewright.spi.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Explains a setting in one or two sentences. A value that begins with {@code %} is a key of the bundle's {@code OSGI-INF/l10n} properties.
 *
 * @since 1.0
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Help {
    /** Returns the explanation. */
    String value();
}
