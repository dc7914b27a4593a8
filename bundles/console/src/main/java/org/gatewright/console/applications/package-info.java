/** Commands for applications and providers. */
@NullMarked
package org.gatewright.console.applications;

import org.jspecify.annotations.NullMarked;
