/**
 * What administrators set: flows, bindings, applications, brands and the instances of plug-in types, as one immutable snapshot.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.gatewright.port.configuration;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
