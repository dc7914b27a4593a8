/**
 * What tests of expression languages need.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.gatewright.testkit.mapping;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
