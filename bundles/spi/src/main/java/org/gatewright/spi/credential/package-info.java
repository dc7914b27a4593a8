/**
 * Checking and storing passwords: back ends, hashers, and the one verifier that treats an unknown user like a wrong password.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.gatewright.spi.credential;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
