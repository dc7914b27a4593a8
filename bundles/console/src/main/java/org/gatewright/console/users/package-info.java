/** Commands for users. */
@NullMarked
package org.gatewright.console.users;

import org.jspecify.annotations.NullMarked;
