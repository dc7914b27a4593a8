/** Carrying the API over CXF. */
@NullMarked
package org.gatewright.rest.server;

import org.jspecify.annotations.NullMarked;
