package org.gatewright.spi.mapping;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Compiles and evaluates expressions in the languages that are installed. A service for plug-ins; safe for use by several threads. What is compiled is kept, and compiled
 * anew by each version of its language.
 *
 * @since 1.0
 */
@ProviderType
public interface Expressions {

    /**
     * Says what is wrong with the text.
     *
     * @return empty if nothing is
     * @throws org.gatewright.spi.error.GatewrightException of the kind {@code UNAVAILABLE} if the language is not installed; the detail says so
     */
    List<TextError> check(Script script, Vocabulary vocabulary);

    /**
     * Evaluates the text with {@link Limits#DEFAULT}.
     *
     * @throws org.gatewright.spi.error.GatewrightException as {@link #check}; with {@link ExpressionError#FAILED} if the text is wrong; and as
     *     {@link Expression#evaluate}
     */
    Result evaluate(Script script, Vocabulary vocabulary, Bindings bindings);

    /**
     * What an expression resulted in.
     *
     * @param version of the language
     */
    record Result(Object value, String version) {}
}
