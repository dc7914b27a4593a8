/**
 * Where the server's parts report what they did.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.gatewright.port.metrics;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
