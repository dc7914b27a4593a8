/**
 * Between what owns the ports of outposts and what calls outposts.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.gatewright.port.outpost;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
