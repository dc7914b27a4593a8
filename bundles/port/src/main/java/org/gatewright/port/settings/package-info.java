/**
 * Settings of the installation, from etc/gatewright.cfg and the environment.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.gatewright.port.settings;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
