/**
 * Stores in memory and other stand-ins for the contracts between our own bundles, for the tests of the kernel. Not for third parties.
 */
@NullMarked
package org.gatewright.testkit.port;

import org.jspecify.annotations.NullMarked;
