/**
 * Settings records for tests, and the check of their migrations.
 */
@Export
@Version("1.1.0")
@NullMarked
package org.gatewright.testkit.settings;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
