/**
 * Hands the languages that are installed to whoever has an expression: compiles, keeps what is compiled, and evaluates, each under a lease. Knows no language by name.
 */
@NullMarked
package org.gatewright.kernel.mapping;

import org.jspecify.annotations.NullMarked;
