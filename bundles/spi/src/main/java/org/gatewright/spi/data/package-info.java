/**
 * Plain values that cross the boundary between kernel and plug-ins: JSON documents and secrets. No library type appears here.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.gatewright.spi.data;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
