/**
 * Carries console commands from the launcher into the running server: a socket on the loopback address, opened by a token
 * that only the user of the server can read.
 */
@NullMarked
package org.gatewright.remote;

import org.jspecify.annotations.NullMarked;
