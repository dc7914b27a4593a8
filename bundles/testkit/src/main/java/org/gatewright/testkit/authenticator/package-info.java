/**
 * Tests of second factors, and of stages that use them.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.gatewright.testkit.authenticator;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
