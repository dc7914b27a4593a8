package org.gatewright.spi.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Names the type that a component brings. Put it beside {@code @Component} on the class that implements {@code Stage}, {@code Policy}, {@code Protocol} or
 * another kind; it becomes the service properties {@code gatewright.type.*}.
 *
 * @since 1.0
 */
@ComponentPropertyType
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PluginType {
    /** Prefix of the service properties. */
    String PREFIX_ = "gatewright.type.";

    /** Returns the type's name in lower case, such as {@code user_login}: letters, digits, underscores. Part of addresses, stored settings and blueprints. */
    String name();

    /** Returns the name for people. */
    String title();

    /** Returns one sentence that says what it does. */
    String description() default "";

    /** Returns the record of the settings of an instance. It need not be public outside the bundle's own package. */
    Class<?> settings() default NoSettings.class;

    /** Returns the version of the state that a stage keeps between two visits; raise it when the state's shape changes. */
    int stateVersion() default 1;
}
