package org.gatewright.spi.mapping;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A language for expressions. Stateless, safe for use by several threads. Expressions reach nothing but what the vocabulary names: no class, no file, no network, no
 * clock.
 *
 * @since 1.0
 */
@ConsumerType
public interface ExpressionLanguage {

    /**
     * Compiles an expression, and checks names and types as far as the language knows them. What is wrong with the text is a result: an expression that is too long or
     * nested too deeply is rejected as well.
     */
    Compilation compile(String text, Vocabulary vocabulary);
}
