/**
 * Audit events, written in the transaction of what they tell of.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.gatewright.port.events;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
