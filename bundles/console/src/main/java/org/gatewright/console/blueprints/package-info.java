/** Commands that write the configuration as a blueprint, and apply one. */
@NullMarked
package org.gatewright.console.blueprints;

import org.jspecify.annotations.NullMarked;
