/**
 * Languages in which administrators write expressions: rules of policies, and mappings of claims and attributes.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.gatewright.spi.mapping;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
