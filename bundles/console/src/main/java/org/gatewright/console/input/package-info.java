/** Reading and completing what is typed. */
@NullMarked
package org.gatewright.console.input;

import org.jspecify.annotations.NullMarked;
