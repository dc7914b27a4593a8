/**
 * Users and groups as plug-ins see them.
 */
@Export
@Version("1.1.0")
@NullMarked
package org.gatewright.spi.directory;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
