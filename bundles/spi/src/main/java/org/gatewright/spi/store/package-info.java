/**
 * JSON documents that plug-ins keep: each plug-in in a namespace of its own, which all its versions share.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.gatewright.spi.store;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
