/** Commands for plug-ins. */
@NullMarked
package org.gatewright.console.plugins;

import org.jspecify.annotations.NullMarked;
