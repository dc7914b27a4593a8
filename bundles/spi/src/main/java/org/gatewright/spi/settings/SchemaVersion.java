package org.gatewright.spi.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Numbers the shape of a settings record, and names what brings settings that were saved in an earlier shape to this one. A record without this has version 1.
 * Raise it when stored settings would no longer fit or would mean something else; a new setting that is optional or has a {@link Default} needs none.
 *
 * @since 1.1
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SchemaVersion {
    /** Returns the version, 2 or higher. */
    int value();

    /** Returns the migration from all earlier versions. It has a constructor without parameters, and need not be public. */
    Class<? extends SettingsMigration> migration();
}
