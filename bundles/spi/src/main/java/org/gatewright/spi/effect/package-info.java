/**
 * Effects as data: what a stage wants done. The engine does it after its compare-and-swap has won, so that a double submit does nothing twice.
 */
@Export
@Version("1.1.0")
@NullMarked
package org.gatewright.spi.effect;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
