/**
 * Errors with a stable code and a kind. What a caller is expected to meet is a result, not an error; this is for what the caller cannot repair.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.gatewright.spi.error;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
