/**
 * JSON text to {@link org.gatewright.spi.data.JsonObject} and back, for our own bundles.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.gatewright.json;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
