/**
 * Rules that are asked before something is allowed.
 */
@Export
@Version("1.2.0")
@NullMarked
package org.gatewright.spi.policy;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
