/**
 * Running flows for a browser or a headless client.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.gatewright.port.flow;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
