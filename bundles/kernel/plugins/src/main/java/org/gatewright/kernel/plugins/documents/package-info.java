/**
 * The documents of plug-ins: hands each plug-in its own, and lets the administrator count and erase them.
 */
@NullMarked
package org.gatewright.kernel.plugins.documents;

import org.jspecify.annotations.NullMarked;
