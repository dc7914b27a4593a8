/**
 * Keeps the configuration: checks what administrators set against the records of models and types, stores it, and hands out the immutable snapshot of it. Knows
 * the models of the kernel and no type by name.
 */
@NullMarked
package org.gatewright.kernel.configuration;

import org.jspecify.annotations.NullMarked;
