/**
 * Asking bound policies, groups and users.
 */
@Export
@Version("1.1.0")
@NullMarked
package org.gatewright.port.policy;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
