/** The command that says what is wrong. */
@NullMarked
package org.gatewright.console.health;

import org.jspecify.annotations.NullMarked;
