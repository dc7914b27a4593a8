/**
 * Documents for tests of plug-ins that keep some.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.gatewright.testkit.store;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
