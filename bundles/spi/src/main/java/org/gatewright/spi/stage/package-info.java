/**
 * Steps of flows.
 */
@Export
@Version("1.3.0")
@NullMarked
package org.gatewright.spi.stage;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
