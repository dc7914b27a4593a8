/**
 * Sessions of browsers and the signing keys.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.gatewright.port.session;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
