/**
 * The session graph as plug-ins see it: sessions, grants that hang off them, values that can be redeemed once, signed tokens, and keys with
 * certificates.
 */
@Export
@Version("1.1.0")
@NullMarked
package org.gatewright.spi.session;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
