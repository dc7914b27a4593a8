/** Makes OpenSAML usable before anybody calls it. All the rest of this bundle is OpenSAML itself, and what it needs. */
@NullMarked
package org.gatewright.libs.opensaml;

import org.jspecify.annotations.NullMarked;
