package org.gatewright.spi.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a setting its value when none is given. A setting that has neither this nor the type {@code Optional}, {@code List} or {@code boolean} is required.
 *
 * @since 1.0
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
    /** Returns the value as text: as it stands for strings, enums and durations, else as JSON. */
    String value();
}
