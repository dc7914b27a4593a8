/**
 * Runs plug-ins in tests as the server would: the real kernel, without OSGi, over stores in memory.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.gatewright.testkit.kernel;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
