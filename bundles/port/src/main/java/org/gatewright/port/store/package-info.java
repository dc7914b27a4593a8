/**
 * Contracts of the stores. Every implementation passes the conformance suite. Writes join the transaction of the calling thread.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.gatewright.port.store;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
