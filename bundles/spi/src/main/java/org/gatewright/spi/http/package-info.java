/**
 * Our own values for HTTP, so that no plug-in depends on a servlet API.
 */
@Export
@Version("1.2.0")
@NullMarked
package org.gatewright.spi.http;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
