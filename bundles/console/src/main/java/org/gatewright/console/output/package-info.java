/** Printing for people and for programs. */
@NullMarked
package org.gatewright.console.output;

import org.jspecify.annotations.NullMarked;
