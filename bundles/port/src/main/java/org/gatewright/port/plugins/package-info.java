/**
 * The catalogue of plug-ins: which types there are, in which versions, and leases to call them.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.gatewright.port.plugins;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
