/**
 * What answers a protocol over HTTP.
 */
@Export
@Version("1.1.0")
@NullMarked
package org.gatewright.spi.protocol;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
