/**
 * Sessions, consents and keys for tests.
 */
@Export
@Version("1.1.0")
@NullMarked
package org.gatewright.testkit.session;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
