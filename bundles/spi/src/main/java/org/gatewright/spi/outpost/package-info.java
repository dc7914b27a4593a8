/**
 * What has a listener of its own. The kernel owns the ports, TLS, the limits of connections and who has signed in on them; an outpost is handed one whole message at a
 * time and holds nothing between two of them, so connections outlive every swap.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.gatewright.spi.outpost;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
