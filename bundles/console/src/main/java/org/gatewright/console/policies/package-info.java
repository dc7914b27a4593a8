/** Commands for policies. */
@NullMarked
package org.gatewright.console.policies;

import org.jspecify.annotations.NullMarked;
