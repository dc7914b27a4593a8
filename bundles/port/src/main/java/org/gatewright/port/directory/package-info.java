/**
 * Users, groups, roles, API tokens: administration, and who may do what.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.gatewright.port.directory;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
