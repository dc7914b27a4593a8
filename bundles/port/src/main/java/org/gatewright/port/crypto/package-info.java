/**
 * Sealing of data with keys derived from the secret key of the installation.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.gatewright.port.crypto;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
