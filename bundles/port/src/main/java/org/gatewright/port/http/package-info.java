/**
 * What bundles hand to the HTTP entry, and what it hands on.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.gatewright.port.http;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
