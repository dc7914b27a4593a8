/**
 * What tests of protocols need: a context that runs flows as told, and requests.
 */
@Export
@Version("1.1.0")
@NullMarked
package org.gatewright.testkit.protocol;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
