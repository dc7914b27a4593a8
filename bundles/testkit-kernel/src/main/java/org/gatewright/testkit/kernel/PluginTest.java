package org.gatewright.testkit.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of the class a {@link BareKernel} of its own in which the plug-ins are installed. A test takes it as a parameter.
 *
 * <p>A test fails if a plug-in threw what the server would have to log, unless it looked at {@link BareKernel#failures}.
 *
 * @since 1.0
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(PluginExtension.class)
public @interface PluginTest {
    /** Returns the classes that carry {@code @PluginType}. They are made by their only public constructor, whose parameters are services of the kernel. */
    Class<?>[] value();
}
