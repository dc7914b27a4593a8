/**
 * What all plug-in types have in common: the kind, the name, the settings and the version of kept state; and what a plug-in checks of itself and
 * of settings.
 */
@Export
@Version("1.3.0")
@NullMarked
package org.gatewright.spi.plugin;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
