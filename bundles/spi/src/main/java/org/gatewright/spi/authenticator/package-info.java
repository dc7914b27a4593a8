/**
 * Second factors: what a method brings to enrol and use devices, and how stages reach the methods that are installed.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.gatewright.spi.authenticator;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
