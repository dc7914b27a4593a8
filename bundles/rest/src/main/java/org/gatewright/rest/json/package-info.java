/** JSON bodies. */
@NullMarked
package org.gatewright.rest.json;

import org.jspecify.annotations.NullMarked;
